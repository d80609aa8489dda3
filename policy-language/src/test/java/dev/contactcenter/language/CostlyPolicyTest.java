package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is short to write and multiplies: each ends within a time that says only that it ends. */
@DisplayName("A small document that multiplies")
class CostlyPolicyTest {

    private static final Duration ENDS = Duration.ofMinutes(1);
    private static final String TANGLED = IntStream.range(0, 6)
            .mapToObj(i -> "(device.id == \"a" + i + "\" || device.id == \"b" + i + "\")")
            .collect(Collectors.joining(" && "));

    @Test
    void to_more_than_can_be_compiled_is_refused() {
        Reading reading = read(policy(500, 150, 1000, i -> "when: user.id == \"u" + i + "\", limit: { rateLimit: 9 }"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.problems().getFirst().message())
                                .isEqualTo(
                                        "this policy is too large: its rules, modes and actions multiply to more than"
                                                + " can be compiled; grant fewer actions, or write fewer rules"));
    }

    @Test
    void by_modes_and_actions_in_which_the_same_rules_matter_is_read() {
        assertThat(read(policy(100, 100, 200, i -> "when: user.id == \"u" + i + "\", limit: { rateLimit: 9 }")))
                .isInstanceOf(Reading.Valid.class);
    }

    @Test
    void by_the_alternatives_of_its_conditions_is_read() {
        assertThat(read(policy(30, 10, 300, i -> "when: '" + TANGLED + "', limit: { rateLimit: 9 }")))
                .isInstanceOf(Reading.Valid.class);
    }

    @Test
    void by_exceptions_and_the_actions_asked_for_is_decided() {
        String exceptions = IntStream.range(0, 200)
                .mapToObj(i -> "{ groups: ["
                        + IntStream.range(0, 20)
                                .mapToObj(j -> "/g" + i + "/" + j)
                                .collect(Collectors.joining(", "))
                        + "], reason: r, approvedBy: a }")
                .collect(Collectors.joining(", "));
        Reading reading = read(policy(100, 1, 1, i -> "deny: { reason: no }, except: [" + exceptions + "]"));
        Set<String> all = IntStream.range(0, 100).mapToObj(i -> "a:x" + i).collect(Collectors.toSet());
        Set<String> groups = IntStream.range(0, 50).mapToObj(i -> "/g199/" + i).collect(Collectors.toSet());
        var request = new AccessRequest(
                new Subject.Person("u", Set.of("r0"), groups),
                Set.of(),
                all,
                Assurance.NONE,
                Facts.none(Instant.EPOCH));

        Decision decision = Assertions.assertTimeoutPreemptively(
                ENDS, () -> ((Reading.Valid) reading).policy().decide(request));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
    }

    private static Reading read(String text) {
        return Assertions.assertTimeoutPreemptively(ENDS, () -> PolicyDocument.read(text));
    }

    private static String policy(int actions, int modes, int rules, IntFunction<String> rule) {
        String granted = lines(actions, i -> "a:x" + i).replace("\n", ", ");
        return "contactCenterPolicy: 1\nrevision: r\nassurance: [password]\nactions:\n"
                + lines(actions, i -> "  a:x" + i + ": { tier: 0 }")
                + "\nmodes:\n"
                + lines(modes, i -> "  m" + i + ": { roles: [r" + i + "], actions: [" + granted + "] }")
                + "\nrules:\n"
                + lines(rules, i -> "  - { id: r" + i + ", " + rule.apply(i) + " }");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }
}
