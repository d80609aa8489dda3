package dev.contactcenter.kit.signal;

import java.util.Optional;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a session remembers; of a login in progress, what the session that it leads to will. */
public sealed interface Notes {

    /** The note of this name. */
    Optional<String> read(String name);

    /** Remembers. */
    void write(String name, String note);

    /** Whether the sign-in is over, so that what was not shown by then belongs to somebody else. */
    default boolean areOfSignedIn() {
        return switch (this) {
            case OfSession ignored -> true;
            case OfLogin ignored -> false;
            case OfService ignored -> false;
            case None ignored -> false;
        };
    }

    /** A service acts for itself: what it shows counts for the one request, and nothing is remembered. */
    record OfService() implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String note) {
            // The next request of a service shows its device again.
        }
    }

    /** Nothing is remembered: what the session remembers is of another device than the one that asks. */
    record None() implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String note) {
            // What is shown counts for the one request.
        }
    }

    /** An established session. */
    record OfSession(UserSessionModel session) implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(session.getNote(name));
        }

        @Override
        public void write(String name, String note) {
            session.setNote(name, note);
        }
    }

    /**
     * A login in progress.
     *
     * @param continued the session that it continues, or none
     */
    record OfLogin(AuthenticationSessionModel login, Optional<UserSessionModel> continued) implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(login.getUserSessionNotes().get(name))
                    .or(() -> continued.map(session -> session.getNote(name)));
        }

        @Override
        public void write(String name, String note) {
            login.setUserSessionNote(name, note);
        }
    }
}
