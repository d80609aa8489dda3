package dev.contactcenter.revocation.watch;

import dev.contactcenter.kit.caep.Announcements;
import dev.contactcenter.kit.caep.Change;
import dev.contactcenter.kit.caep.Change.Direction;
import dev.contactcenter.kit.caep.Initiator;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.session.ProvenLevels;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Tells receivers at a sign-in that its session has proven more than before, or less: what it had proven may have been declared void in
 * between. A proof does not become less by its age, so no clock is watched: how old one may be is for each action to say.
 */
final class ProvenLevel {

    /** The level that receivers take the session to have. The first one is nothing that changed. */
    private static final String TOLD = "contact-center.session.told-level";

    /** OpenID Connect Core 1.0 §2: what {@code acr} is where nothing counts. */
    private static final String NOTHING = "0";

    private static final String DECISION = "contact_center_decision";

    private ProvenLevel() {}

    static void tell(KeycloakSession session, RealmModel realm, UserSessionModel signedIn, Event login) {
        Announcements.in(session, realm).ifPresent(announcements -> tell(announcements, realm, signedIn, login));
    }

    private static void tell(Announcements announcements, RealmModel realm, UserSessionModel signedIn, Event login) {
        AcrLevels levels = AcrLevels.of(realm);
        String current = highest(signedIn, levels);
        Optional<String> told = Optional.ofNullable(signedIn.getNote(TOLD));
        if (told.filter(current::equals).isPresent()) {
            return;
        }
        signedIn.setNote(TOLD, current);
        told.ifPresent(previous -> announcements.make(
                realm,
                new Change.AssuranceLevel(
                        new Change.SessionOf(signedIn.getUser().getId(), signedIn.getId()),
                        previous,
                        current,
                        level(current, levels) > level(previous, levels) ? Direction.INCREASE : Direction.DECREASE,
                        Initiator.USER,
                        decision(login))));
    }

    private static String highest(UserSessionModel signedIn, AcrLevels levels) {
        return ProvenLevels.of(signedIn).provenAt().keySet().stream()
                .sorted((one, other) -> Integer.compare(other, one))
                .flatMap(level -> levels.name(level).stream())
                .findFirst()
                .orElse(NOTHING);
    }

    private static int level(String acr, AcrLevels levels) {
        return levels.level(acr).orElse(Constants.NO_LOA);
    }

    private static Optional<String> decision(Event login) {
        return Optional.ofNullable(login.getDetails()).map(details -> details.get(DECISION));
    }
}
