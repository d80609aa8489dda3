package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.decision.StepUpMeters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a login was asked for a stronger or more recent proof.
 *
 * @param decision id of the decision that asked for it
 */
record AskedStepUp(String decision, Instant at) {

    private static final String NOTE = "contact-center.step-up-told";

    static boolean isNoted(AuthenticationSessionModel login) {
        return login.getAuthNote(NOTE) != null;
    }

    static Optional<AskedStepUp> of(AuthenticationSessionModel login) {
        @Nullable String note = login.getAuthNote(NOTE);
        if (note == null) {
            return Optional.empty();
        }
        String[] parts = note.split(" ", 2);
        return Optional.of(new AskedStepUp(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    }

    void note(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, decision + " " + at.toEpochMilli());
        StepUpMeters.asked(login.getRealm());
    }

    void proven(RealmModel realm, Instant now) {
        StepUpMeters.proven(realm, Duration.between(at, now));
    }
}
