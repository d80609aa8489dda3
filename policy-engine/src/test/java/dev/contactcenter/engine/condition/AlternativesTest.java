package dev.contactcenter.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Formula.All;
import dev.contactcenter.engine.condition.Formula.Any;
import dev.contactcenter.engine.condition.Formula.Not;
import dev.contactcenter.engine.request.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The alternatives of a condition")
class AlternativesTest {

    private static final List<Predicate> QUESTIONS = IntStream.range(0, 6)
            .<Predicate>mapToObj(i -> new Predicate.Is(Attribute.DEVICE_ID, "d" + i))
            .toList();

    private static final List<Answer> ANSWERS = List.of(Answer.YES, Answer.NO, Answer.OPEN);
    private static final Predicate P = QUESTIONS.get(0);
    private static final Predicate Q = QUESTIONS.get(1);

    @Test
    void have_the_truth_of_the_condition_whatever_the_answers() {
        Random random = new Random(7);
        Map<Answer, Integer> seen = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            Formula formula = formula(random, 4);
            if (Alternatives.of(formula) instanceof Alternatives.Listed listed) {
                for (int j = 0; j < 8; j++) {
                    Map<Predicate, Answer> answers = answers(random);
                    Answer direct = Predicates.judged(formula, predicate -> answer(answers, predicate));
                    assertThat(judged(listed, answers))
                            .as("%s with %s", formula, answers)
                            .isEqualTo(direct);
                    seen.merge(direct, 1, Integer::sum);
                }
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Answer.values());
    }

    @Test
    void keep_their_truth_where_some_answers_are_put_in_beforehand() {
        Random random = new Random(8);
        for (int i = 0; i < 3000; i++) {
            Formula formula = formula(random, 4);
            Map<Predicate, Answer> answers = answers(random);

            Formula settled = Predicates.settled(formula, predicate -> answer(answers, predicate));

            Answer expected = Predicates.judged(formula, predicate -> answer(answers, predicate));
            assertThat(Predicates.judged(settled, predicate -> Answer.OPEN))
                    .as("%s with %s", formula, answers)
                    .isEqualTo(expected);
            assertThat(Predicates.in(settled)).allMatch(asked -> answer(answers, asked) == Answer.OPEN);
        }
    }

    private static Answer judged(Alternatives.Listed listed, Map<Predicate, Answer> answers) {
        List<Formula> ways = new ArrayList<>();
        listed.terms().forEach(term -> {
            List<Formula> parts = new ArrayList<>();
            term.wanted().forEach(predicate -> parts.add(atom(predicate)));
            term.unwanted().forEach(predicate -> parts.add(new Not(atom(predicate))));
            ways.add(new All(parts));
        });
        return Predicates.judged(new Any(ways), predicate -> answer(answers, predicate));
    }

    private static Answer answer(Map<Predicate, Answer> answers, Predicate predicate) {
        return Objects.requireNonNull(answers.get(predicate));
    }

    private static Map<Predicate, Answer> answers(Random random) {
        Map<Predicate, Answer> answers = new HashMap<>();
        QUESTIONS.forEach(predicate -> answers.put(predicate, ANSWERS.get(random.nextInt(3))));
        return answers;
    }

    private static Formula formula(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 3)) {
            case 0 -> new Formula.Constant(random.nextBoolean());
            case 1, 2 -> atom(QUESTIONS.get(random.nextInt(QUESTIONS.size())));
            case 3, 4 -> new Not(formula(random, depth - 1));
            case 5, 6 -> new All(parts(random, depth));
            default -> new Any(parts(random, depth));
        };
    }

    private static List<Formula> parts(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> formula(random, depth - 1))
                .toList();
    }

    private static Formula atom(Predicate predicate) {
        return new Formula.Atom(predicate);
    }

    @Test
    void keep_a_contradiction_because_it_is_not_false_while_it_has_no_answer() {
        Formula contradiction = new All(List.of(atom(P), new Not(atom(P))));

        assertThat(Alternatives.of(contradiction))
                .isEqualTo(new Alternatives.Listed(List.of(new Term(Set.of(P), Set.of(P)))));
    }

    @Test
    void leave_out_what_another_says_already() {
        Formula both = new All(List.of(atom(P), atom(Q)));
        var onlyP = new Alternatives.Listed(List.of(new Term(Set.of(P), Set.of())));

        assertThat(Alternatives.of(new Any(List.of(both, atom(P))))).isEqualTo(onlyP);
        assertThat(Alternatives.of(new Any(List.of(atom(P), both)))).isEqualTo(onlyP);
        assertThat(Alternatives.of(new All(List.of(atom(P), new Any(List.of(atom(P), atom(Q)))))))
                .isEqualTo(onlyP);
    }

    @Test
    void are_none_of_what_never_holds_and_one_of_what_always_does() {
        assertThat(Alternatives.of(Formula.NEVER)).isEqualTo(new Alternatives.Listed(List.of()));
        assertThat(Alternatives.of(new Any(List.of()))).isEqualTo(new Alternatives.Listed(List.of()));
        assertThat(Alternatives.of(Formula.ALWAYS)).isEqualTo(new Alternatives.Listed(List.of(Term.ALWAYS)));
        assertThat(Alternatives.of(new Not(Formula.NEVER))).isEqualTo(new Alternatives.Listed(List.of(Term.ALWAYS)));
    }

    @Test
    void are_at_most_64() {
        assertThat(Alternatives.of(choices(64)))
                .isInstanceOfSatisfying(
                        Alternatives.Listed.class,
                        listed -> assertThat(listed.terms()).hasSize(64));
        assertThat(Alternatives.of(choices(65))).isEqualTo(new Alternatives.TooMany());
        assertThat(Alternatives.of(pairs(6))).isInstanceOf(Alternatives.Listed.class);
        assertThat(Alternatives.of(pairs(7))).isEqualTo(new Alternatives.TooMany());
        assertThat(Alternatives.of(new Any(List.of(pairs(7), atom(P))))).isEqualTo(new Alternatives.TooMany());
        assertThat(Alternatives.of(new All(List.of(atom(P), pairs(7))))).isEqualTo(new Alternatives.TooMany());
    }

    private static Formula choices(int count) {
        return new Any(IntStream.range(0, count)
                .mapToObj(i -> atom(new Predicate.Is(Attribute.DEVICE_ID, "c" + i)))
                .toList());
    }

    /** As many terms as two to the power of that. */
    private static Formula pairs(int count) {
        return new All(IntStream.range(0, count)
                .<Formula>mapToObj(i -> new Any(List.of(
                        atom(new Predicate.Is(Attribute.DEVICE_ID, "l" + i)),
                        atom(new Predicate.Is(Attribute.CLIENT_ID, "r" + i)))))
                .toList());
    }

    @Test
    void of_a_condition_ask_each_question_once_in_the_order_of_its_text() {
        assertThat(Predicates.in(new All(
                        List.of(atom(Q), new Not(new Any(List.of(atom(P), atom(Q)))), Formula.ALWAYS))))
                .containsExactly(Q, P);
    }
}
