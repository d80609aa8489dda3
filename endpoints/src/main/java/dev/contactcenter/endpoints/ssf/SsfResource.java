package dev.contactcenter.endpoints.ssf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.events.SetError;
import dev.contactcenter.endpoints.poll.EventStreamFactory;
import dev.contactcenter.endpoints.receiver.Receipt;
import dev.contactcenter.endpoints.receiver.SetReceiver;
import dev.contactcenter.endpoints.streams.Delivery;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.EventStreams;
import dev.contactcenter.kit.setting.VaultedSecret;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/** Where transmitters push security event tokens, each stream at a place of its own (RFC 8935, SSF 1.0 §6.1.1). */
public final class SsfResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The receiver of the realm that the request is about. */
    public SsfResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Takes one token in. */
    @POST
    @Path("streams/{name}/events")
    @Consumes("application/secevent+jwt")
    public Response receive(@PathParam("name") String name, InputStream body) throws IOException {
        Optional<EventStream> stream = EventStreams.named(realm, name);
        if (stream.isEmpty() || !(stream.get().delivery() instanceof Delivery.Push(String authorization))) {
            return ProblemDetails.of(404, "Unknown stream", "The realm has no stream of this name that is pushed.")
                    .build();
        }
        if (!isAuthorized(VaultedSecret.of(session, authorization))) {
            return PushAnswers.refused(new SetError(
                    SetError.Code.AUTHENTICATION_FAILED,
                    "The header Authorization is not the authorization_header of this stream."));
        }
        return switch (stream.get().inUse()) {
            case NO -> PushAnswers.refused(new SetError(SetError.Code.ACCESS_DENIED, "This stream is switched off."));
            case YES -> take(stream.get(), body.readNBytes(SetReceiver.MOST_CHARACTERS + 1));
        };
    }

    private Response take(EventStream stream, byte[] body) {
        var factory = (EventStreamFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(UiPageProvider.class, EventStreamFactory.PROVIDER_ID);
        // Keycloak takes an answer without a type for a mistake; RFC 8935 §2.2 wants one without a body.
        session.getProvider(SecurityHeadersProvider.class).options().allowEmptyContentType();
        var receiver = new SetReceiver(session, realm, stream, factory.backOff());
        return switch (receiver.receive(new String(body, UTF_8).strip())) {
            case Receipt.Taken ignored -> PushAnswers.accepted();
            case Receipt.Refused refused -> PushAnswers.refused(refused.error());
            case Receipt.NotNow ignored -> PushAnswers.notNow();
        };
    }

    /** Hashes are compared, in a time that tells nothing of either, not even how long they are. */
    private boolean isAuthorized(String expected) {
        String shown =
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        return shown != null && MessageDigest.isEqual(hash(expected), hash(shown));
    }

    private static byte[] hash(String text) {
        return HashUtils.hash(JavaAlgorithm.SHA256, text.getBytes(UTF_8));
    }
}
