package dev.contactcenter.kit.session;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Continuity;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * The grace that a session had: there is one for each interaction, from the first violation in it on, also if that heals meanwhile.
 * The next interaction has one of its own only if the session was found in order in between.
 *
 * @param interaction id of the interaction
 * @param since when the violation was first found in it
 * @param healed whether all that the grace was about was found in order since
 * @param actions what the permits were about that rested on it
 */
public record GraceNote(String interaction, Instant since, boolean healed, Set<String> actions) {

    private static final String NOTE = "contact-center.session.grace";
    private static final String HEALED = "healed";
    private static final String OPEN = "open";
    private static final int PARTS = 4;
    private static final String NEXT = ",";

    /** What the request that is decided goes on with. */
    public static Continuity continuity(UserSessionModel session, Set<String> granted, Facts facts) {
        Optional<GraceNote> known = of(session);
        boolean another = known.isPresent() && !known.get().interaction.equals(interaction(facts));
        if (another && !known.get().healed) {
            // The violation is older than this interaction.
            return new Continuity.Continued(Set.of(), facts.now());
        }
        return new Continuity.Continued(
                granted, known.filter(ignored -> !another).map(GraceNote::since).orElse(facts.now()));
    }

    /**
     * Remembers that a permit rested on the grace of the interaction that goes on.
     *
     * @param actions what it was about
     */
    public static void used(KeycloakSession keycloak, UserSessionModel session, Facts facts, Set<String> actions) {
        String interaction = interaction(facts);
        Optional<GraceNote> known = of(session).filter(note -> note.interaction.equals(interaction));
        Set<String> all = new TreeSet<>(actions);
        known.map(GraceNote::actions).ifPresent(all::addAll);
        var note = new GraceNote(interaction, known.map(GraceNote::since).orElse(facts.now()), false, all);
        if (!known.equals(Optional.of(note))) {
            write(keycloak, session, note);
        }
    }

    /**
     * Remembers that something was denied while no grace was had: an interaction that begins later has none for it.
     *
     * @param actions what was denied, none of them privileged
     */
    public static void denied(KeycloakSession keycloak, UserSessionModel session, Facts facts, Set<String> actions) {
        Optional<GraceNote> open = of(session).filter(known -> !known.healed);
        if (open.isEmpty() && !actions.isEmpty()) {
            write(keycloak, session, new GraceNote(interaction(facts), facts.now(), false, new TreeSet<>(actions)));
        }
    }

    /**
     * Remembers that nothing is violated, if that was found out about all that the grace was about: a request for something else
     * says nothing about it.
     *
     * @param actions what the request was about
     */
    public static void inOrder(KeycloakSession keycloak, UserSessionModel session, Set<String> actions) {
        of(session)
                .filter(known -> !known.healed && actions.containsAll(known.actions))
                .ifPresent(known ->
                        write(keycloak, session, new GraceNote(known.interaction, known.since, true, known.actions)));
    }

    private static String interaction(Facts facts) {
        return facts.evidence(Signal.INTERACTION) instanceof Evidence.Known<Observation>(Observation told, var ignored)
                        && told.value(Attribute.INTERACTION_ID) instanceof String id
                ? id
                : "";
    }

    private static Optional<GraceNote> of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE)).flatMap(GraceNote::parse);
    }

    private static Optional<GraceNote> parse(String note) {
        String[] parts = note.split(" ", PARTS);
        try {
            return parts.length == PARTS
                    ? Optional.of(new GraceNote(
                            parts[3],
                            Instant.parse(parts[0]),
                            parts[1].equals(HEALED),
                            new TreeSet<>(List.of(parts[2].split(NEXT)))))
                    : Optional.empty();
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static void write(KeycloakSession keycloak, UserSessionModel session, GraceNote note) {
        KeptSession.of(keycloak, session)
                .ifPresent(kept -> kept.setNote(
                        NOTE,
                        note.since + " " + (note.healed ? HEALED : OPEN) + " " + String.join(NEXT, note.actions) + " "
                                + note.interaction));
    }
}
