package dev.contactcenter.kit.details;

import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.language.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Requests that wait until somebody else has approved them, under a code that the person who waits tells. They are kept in Keycloak's store of
 * single-use objects: for all nodes, for no longer than they wait, and each step is taken by one alone.
 */
public final class Approvals {

    private static final String WAITING = "contact-center.approval.waiting.";
    private static final String APPROVING = "contact-center.approval.approving.";
    private static final String GIVEN = "contact-center.approval.given.";

    /** Neither vowels nor digits: no words, and nothing that is read for something else. */
    private static final char[] LETTERS = "BCDFGHJKLMNPQRSTVWXZ".toCharArray();

    private static final int HALF = 4;

    private final KeycloakSession session;
    private final String realm;

    private Approvals(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm().getId();
    }

    /** Those of the realm that the request is about. */
    public static Approvals of(KeycloakSession session) {
        return new Approvals(session);
    }

    /**
     * Somebody at a login.
     *
     * @param user id
     * @param login id of the browser's login, which becomes that of the session
     */
    public record Party(String user, String name, String login) {}

    /**
     * What is waited for.
     *
     * @param by the actions that whoever approves must be permitted
     * @param actions what the person who waits asks to do
     * @param why in their words
     */
    public record Wanted(
            Party party, Set<String> by, Set<String> actions, String interaction, String why, Instant until) {

        public Wanted {
            by = Set.copyOf(by);
            actions = Set.copyOf(actions);
        }
    }

    /** What became of an approval. */
    public sealed interface Outcome {

        /** It is given. */
        record Given(Wanted wanted) implements Outcome {}

        /** Nobody approves what they ask for themselves, nor in the browser that it is asked for in. */
        record OfOwnRequest() implements Outcome {}

        /** Nothing waits under this code: it never did, the time is over, it was approved already, or it is about another call. */
        record NotOpen() implements Outcome {}
    }

    /** The actions by which something is approved. */
    public static Set<String> actions(PolicyInForce policy) {
        return policy instanceof PolicyInForce.Active active
                ? active.policy().details().values().stream()
                        .flatMap(terms -> terms.approval() instanceof Approval.Asked asked
                                ? asked.by().stream()
                                : Stream.<String>empty())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Begins to wait, and gives the code. */
    public String open(Wanted wanted) {
        String code = letters() + "-" + letters();
        session.singleUseObjects().put(key(WAITING, code), seconds(wanted.until()), written(wanted));
        return code;
    }

    private static String letters() {
        return SecretGenerator.getInstance().randomString(HALF, LETTERS);
    }

    /** What waits under a code. */
    public Optional<Wanted> find(String code) {
        return Optional.ofNullable(session.singleUseObjects().get(key(WAITING, code)))
                .map(Approvals::read)
                .filter(Approvals::isInTime);
    }

    /**
     * Approves.
     *
     * @param interaction that the approver was shown
     * @param permitted what the approver is permitted to do
     */
    public Outcome approve(String code, String interaction, Set<String> permitted, Party approver) {
        Optional<Wanted> found = find(code)
                .filter(wanted -> wanted.interaction().equals(interaction))
                .filter(wanted -> permitted.containsAll(wanted.by()));
        if (found.isEmpty()) {
            return new Outcome.NotOpen();
        }
        Party waiting = found.get().party();
        if (waiting.user().equals(approver.user()) || waiting.login().equals(approver.login())) {
            return new Outcome.OfOwnRequest();
        }
        long seconds = seconds(found.get().until());
        if (!session.singleUseObjects().putIfAbsent(key(APPROVING, code), seconds)) {
            return new Outcome.NotOpen();
        }
        // In this order: whoever finds that nothing waits any more finds what was given.
        session.singleUseObjects().put(key(GIVEN, code), seconds, Map.of("by", approver.name()));
        session.singleUseObjects().remove(key(WAITING, code));
        return new Outcome.Given(found.get());
    }

    /** Who approved, for whom it was waited: told once. */
    public Optional<String> take(String code) {
        @Nullable Map<String, String> given = session.singleUseObjects().remove(key(GIVEN, code));
        return Optional.ofNullable(given).map(notes -> notes.getOrDefault("by", ""));
    }

    private String key(String state, String code) {
        return state + realm + "." + code;
    }

    private static long seconds(Instant until) {
        return Math.max(1, Duration.between(now(), until).toSeconds());
    }

    private static boolean isInTime(Wanted wanted) {
        return now().isBefore(wanted.until());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    private static Map<String, String> written(Wanted wanted) {
        return Map.of(
                "user", wanted.party().user(),
                "name", wanted.party().name(),
                "login", wanted.party().login(),
                "by", String.join(" ", wanted.by()),
                "actions", String.join(" ", wanted.actions()),
                "interaction", wanted.interaction(),
                "why", wanted.why(),
                "until", wanted.until().toString());
    }

    private static Wanted read(Map<String, String> notes) {
        return new Wanted(
                new Party(
                        notes.getOrDefault("user", ""),
                        notes.getOrDefault("name", ""),
                        notes.getOrDefault("login", "")),
                Set.of(notes.getOrDefault("by", "").split(" ", -1)),
                Set.of(notes.getOrDefault("actions", "").split(" ", -1)),
                notes.getOrDefault("interaction", ""),
                notes.getOrDefault("why", ""),
                Instant.parse(notes.getOrDefault("until", Instant.EPOCH.toString())));
    }
}
