package dev.contactcenter.kit.session;

import dev.contactcenter.kit.signal.Notes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;

/**
 * What signals tell about one session.
 *
 * @param id id that it has, or that a login's session will have; empty for none
 * @param userId Keycloak's id of the person; empty for none
 * @param notes what it remembers
 * @param started when it began
 * @param offline whether it is an offline session
 * @param restriction what was taken from it
 * @param address the network address that its client's last own request came from; empty if it remembers none
 * @param passkey facts of the passkey used last, as {@link PasskeyFacts#asMap()}; empty if none was
 */
public record SessionFacts(
        String id,
        String userId,
        Notes notes,
        Instant started,
        boolean offline,
        Restriction restriction,
        String address,
        Map<String, String> passkey) {

    public SessionFacts {
        passkey = Map.copyOf(passkey);
    }

    /** What an established session tells about a request of one of its clients. */
    public static SessionFacts of(UserSessionModel session, ClientModel client) {
        Optional<AuthenticatedClientSessionModel> in =
                Optional.ofNullable(session.getAuthenticatedClientSessionByClient(client.getId()));
        boolean elsewhere = in.filter(SessionFacts::isElsewhere).isPresent();
        return new SessionFacts(
                session.getId(),
                session.getUser().getId(),
                notes(session, elsewhere),
                Instant.ofEpochSecond(session.getStarted()),
                session.isOffline(),
                Restriction.of(session),
                address(session, client, in, elsewhere),
                PasskeyFacts.told(session));
    }

    /** Of a device that cannot be told from a server, nobody knows where it is: the browser that let it in was elsewhere. */
    private static String address(
            UserSessionModel session,
            ClientModel client,
            Optional<AuthenticatedClientSessionModel> in,
            boolean elsewhere) {
        return elsewhere && !client.isPublicClient() ? "" : OwnAddress.of(session, in);
    }

    private static Notes notes(UserSessionModel session, boolean elsewhere) {
        if (isOfService(session)) {
            return new Notes.OfService();
        }
        return elsewhere ? new Notes.None() : new Notes.OfSession(session);
    }

    /**
     * Whether the client runs on another device than the browser that signed in (RFC 8628): what that browser's device showed says
     * nothing about it, and whoever talks a person into letting his own device in (§5.4) must not gain the person's posture.
     */
    private static boolean isElsewhere(AuthenticatedClientSessionModel client) {
        return client.getNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE) != null;
    }

    /** A service shows its device with each request, or none. */
    private static boolean isOfService(UserSessionModel session) {
        return session.getUser().getServiceAccountClientLink() != null;
    }
}
