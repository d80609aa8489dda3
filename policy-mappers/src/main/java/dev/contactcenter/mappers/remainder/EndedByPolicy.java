package dev.contactcenter.mappers.remainder;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.Revocations;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;

/** Ends a session because a rule of the policy says so, in the transaction of the request. */
final class EndedByPolicy {

    private EndedByPolicy() {}

    static void end(KeycloakSession keycloak, UserSessionModel session, Decision decision) {
        // One that was made for this one request ends with it.
        if (session.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
            return;
        }
        Revocations revocations = keycloak.getProvider(Revocations.class);
        if (revocations == null) {
            throw new IllegalStateException(
                    "A session cannot be ended because nothing that ends sessions is installed; is the whole JAR in providers/?");
        }
        Set<String> rules = new TreeSet<>(decision.grounds().told().rules());
        revocations.end(
                session.getRealm(), session, new Cause(Withheld.reason(decision), "policy", String.join(" ", rules)));
    }
}
