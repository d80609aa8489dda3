package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who answers otherwise than the others would win or lose a comparison for nothing: such a run is worth nothing. */
final class SameDecisions {

    private final NeutralPolicy policy;
    private final List<AccessRequest> requests;
    private final List<Answer> expected;

    SameDecisions(NeutralPolicy policy, int ofEachSort) {
        this.policy = policy;
        this.requests = new ArrayList<>(Requests.usual(policy, ofEachSort));
        requests.addAll(Requests.any(policy, ofEachSort));
        Contender reference = Contenders.HAND_WRITTEN.make(policy);
        this.expected = requests.stream().map(reference::answer).toList();
    }

    /**
     * Counts the requests on which a contender answers otherwise than the reference.
     *
     * @throws IllegalStateException on the first one, with both answers
     */
    int check(Contenders name) {
        Contender contender = name.make(policy);
        for (int i = 0; i < requests.size(); i++) {
            Answer answer = contender.answer(requests.get(i));
            if (!answer.equals(expected.get(i))) {
                throw new IllegalStateException("%s answers %s, the reference %s, to %s"
                        .formatted(name.label(), answer, expected.get(i), requests.get(i)));
            }
        }
        return requests.size();
    }

    /** How the answers are distributed, and how many rules ever applied. */
    String mix() {
        Map<Answer.Outcome, Integer> outcomes = new EnumMap<>(Answer.Outcome.class);
        expected.forEach(answer -> outcomes.merge(answer.outcome(), 1, Integer::sum));
        double applied = expected.stream()
                .mapToInt(answer -> Long.bitCount(answer.rules()))
                .average()
                .orElse(0);
        return "%s, %.1f rules apply to a request on average".formatted(outcomes, applied);
    }
}
