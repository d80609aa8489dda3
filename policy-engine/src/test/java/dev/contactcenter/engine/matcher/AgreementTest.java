package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compiled matcher")
class AgreementTest {

    private static final int POLICIES = 12;
    private static final int REQUESTS = 12;
    private static final Set<Reason> BEFORE_ANY_RULE = Set.of(
            Reason.ACTION_UNKNOWN,
            Reason.ACTION_NOT_GRANTED,
            Reason.WIDER_THAN_SERVICE,
            Reason.CLIENT_KEY_REQUIRED,
            Reason.MODE_NOT_CHOSEN,
            Reason.MODE_NOT_ELIGIBLE,
            Reason.SEVERAL_MODES_REQUESTED);

    @Test
    void decides_as_a_walk_through_all_rules_of_a_document_does() {
        LongStream.range(0, POLICIES * 6).forEach(seed -> agrees(new Chance(seed), "seed " + seed));
    }

    @Test
    void decides_as_a_walk_through_any_rules_does() {
        LongStream.range(0, POLICIES).forEach(seed -> agrees(Chance.ofAnything(seed), "seed " + seed));
    }

    @Test
    void is_tried_with_more_questions_than_fit_on_a_page() {
        long wide = LongStream.range(0, POLICIES)
                .filter(seed -> questions(Chance.ofAnything(seed).policy()) > Long.SIZE)
                .count();

        assertThat(wide).isGreaterThan(0);
    }

    /** How many the rules of one situation ask at least. */
    private static int questions(Policy policy) {
        Set<Object> asked = new HashSet<>();
        policy.rules().stream()
                .filter(rule -> rule.modes().isEmpty() && rule.looksAt("a:view"))
                .forEach(rule -> asked.addAll(Predicates.in(rule.when())));
        return asked.size();
    }

    private static void agrees(Chance chance, String told) {
        Policy policy = chance.policy();
        Decider decider = Decider.of(policy);
        ChanceRequest requests = chance.requests();
        for (int i = 0; i < REQUESTS; i++) {
            AccessRequest request = requests.any();
            Decision compiled = decider.decide(request);
            if (compiled instanceof Decision.Deny deny && BEFORE_ANY_RULE.contains(deny.reason())) {
                continue;
            }

            Decision plain =
                    new PlainDecider(policy, request, compiled.grounds().told().modes()).decide();

            assertThat(Regrounded.withoutMissing(compiled))
                    .as("%s, request %s", told, i)
                    .isEqualTo(plain);
        }
    }
}
