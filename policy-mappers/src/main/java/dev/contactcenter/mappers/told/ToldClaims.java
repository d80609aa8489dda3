package dev.contactcenter.mappers.told;

import dev.contactcenter.kit.caep.Announcements;
import dev.contactcenter.kit.caep.Change;
import dev.contactcenter.kit.caep.Initiator;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.WithheldNote;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;

/**
 * Tells receivers when the tokens of a client in a session carry something else than before: another mode, or actions that were withheld
 * or came back. Once for each change, however often the client refreshes; what it asks for less of its own accord is no change.
 */
public final class ToldClaims {

    private final KeycloakSession session;
    private final AuthenticatedClientSessionModel client;

    public ToldClaims(KeycloakSession session, AuthenticatedClientSessionModel client) {
        this.session = session;
        this.client = client;
    }

    /**
     * Of a token that somebody signed in for.
     *
     * @param scope of the token
     * @param decision id of the decision that it rests on
     */
    public void atGrant(RequestedAccess granted, String scope, Optional<String> decision) {
        Optional<String> mode = granted.modes().stream().findFirst();
        tell(
                known -> {
                    Set<String> withheld = new TreeSet<>(known.withheld());
                    withheld.removeAll(granted.actions());
                    return new Carried(mode.orElse(known.mode()), withheld);
                },
                scope,
                Initiator.USER,
                decision);
    }

    /**
     * Of a refresh, which changes no mode; also of one that was refused because nothing is left.
     *
     * @param scope of the token, or what it would have been
     * @param decision id of the decision that it rests on
     */
    public void atRefresh(String scope, Optional<String> decision) {
        tell(known -> new Carried(known.mode(), WithheldNote.of(client)), scope, Initiator.POLICY, decision);
    }

    /** @param now what is carried, from what was known of it */
    private void tell(UnaryOperator<Carried> now, String scope, Initiator by, Optional<String> decision) {
        UserSessionModel of = client.getUserSession();
        // A copy that was made for one request has no tokens before.
        if (of.getPersistenceState() != SessionPersistenceState.TRANSIENT) {
            RealmModel realm = of.getRealm();
            Announcements.in(session, realm).ifPresent(announcements -> {
                Optional<Carried> told = Carried.of(client);
                Carried carried = now.apply(told.orElseGet(() -> new Carried("", Set.of())));
                if (told.filter(carried::equals).isEmpty()) {
                    carried.put(client);
                    told.ifPresent(
                            known -> announcements.make(realm, change(claims(known, carried, scope), by, decision)));
                }
            });
        }
    }

    private Change change(Map<String, Object> claims, Initiator by, Optional<String> decision) {
        UserSessionModel of = client.getUserSession();
        return new Change.TokenClaims(
                new Change.SessionOf(of.getUser().getId(), of.getId()),
                client.getClient().getClientId(),
                claims,
                by,
                decision);
    }

    private static Map<String, Object> claims(Carried known, Carried carried, String scope) {
        Map<String, Object> claims = new TreeMap<>(Map.of("scope", scope));
        if (!known.mode().equals(carried.mode())) {
            claims.put("contact_center", Map.of("mode", carried.mode()));
        }
        return claims;
    }
}
