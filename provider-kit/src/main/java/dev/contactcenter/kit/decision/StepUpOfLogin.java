package dev.contactcenter.kit.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step-up that a client's latest login was asked for. Keycloak copies it with the login's notes into the client's session, where the
 * events of its tokens find it.
 */
public final class StepUpOfLogin {

    private static final String NOTE = "contact-center.step-up";
    /** A note that is not set would leave that of the login before it standing. */
    private static final String NONE = "none";

    private StepUpOfLogin() {}

    /**
     * Keeps it.
     *
     * @param decision id of the decision that asked for it; empty if nothing was asked
     */
    public static void keep(AuthenticationSessionModel login, Optional<String> decision) {
        login.setClientNote(NOTE, decision.orElse(NONE));
    }

    /** The id of the decision that asked for it. */
    static Optional<String> of(AuthenticatedClientSessionModel session) {
        @Nullable String note = session.getNote(NOTE);
        return Optional.ofNullable(note).filter(decision -> !decision.equals(NONE));
    }
}
