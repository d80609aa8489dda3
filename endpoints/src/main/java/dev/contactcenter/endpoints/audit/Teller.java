package dev.contactcenter.endpoints.audit;

import dev.contactcenter.endpoints.caller.FeedCaller;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.caller.TokenBearer;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Who tells what was done. */
sealed interface Teller {

    /** The realm role of services that may tell. */
    String ROLE = "contact-center-audit-feed";

    /**
     * A service with a token of its own, whose word is on record under its name.
     *
     * @param clientId its client
     */
    record Service(String clientId) implements Teller {}

    /**
     * Whoever holds a person's token: the application that was given it, or the resource server that was shown it. It can tell of that
     * token alone.
     */
    record Bearer(AccessToken token) implements Teller {}

    /** Nobody who may. */
    record Refused(Response response) implements Teller {}

    static Teller of(KeycloakSession session) {
        Optional<AuthResult> caller = TokenBearer.of(session);
        if (caller.isPresent() && caller.get().user().getServiceAccountClientLink() == null) {
            return bearer(caller.get().token());
        }
        return switch (FeedCaller.ofService(session, caller, ROLE)) {
            case FeedCaller.Admitted(String clientId) -> new Service(clientId);
            case FeedCaller.Refused(Response response) -> new Refused(response);
        };
    }

    /** A token on which nothing was decided has nothing to tell of: else whoever may sign in could fill the database. */
    private static Teller bearer(AccessToken token) {
        return TokenClaims.decision(token).isEmpty() && TokenClaims.mode(token).isEmpty()
                ? new Refused(ProblemDetails.of(403, "Not permitted", "Nothing was decided on this token.")
                        .build())
                : new Bearer(token);
    }

    /** What tells the events of this teller from those of others, who may number alike. */
    default String space() {
        return switch (this) {
            case Service(String clientId) -> "client:" + clientId;
            case Bearer(AccessToken token) -> "session:" + token.getSessionId() + ":" + token.getIssuedFor();
            case Refused ignored -> "";
        };
    }

    /** As records name it. */
    default String name() {
        return switch (this) {
            case Service(String clientId) -> clientId;
            case Bearer ignored -> "bearer";
            case Refused ignored -> "";
        };
    }
}
