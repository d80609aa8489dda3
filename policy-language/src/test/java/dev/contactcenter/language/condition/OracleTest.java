package dev.contactcenter.language.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.request.Attribute;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A condition")
class OracleTest {

    private static final int CONDITIONS = 6_000;
    private static final int REQUESTS = 20;

    @Test
    void means_what_cel_itself_says_about_every_request() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var chance = new Chance(seed);
        var oracle = new Oracle();
        var conditions = new Conditions(Chance.WORDS);
        Map<Truth, Integer> counts = new EnumMap<>(Truth.class);

        for (int i = 0; i < CONDITIONS; i++) {
            String cel = chance.condition(i % 5);
            Compiled compiled = conditions.compile(cel);
            assertThat(compiled).as("seed %d: %s", seed, cel).isInstanceOf(Compiled.Usable.class);
            CelRuntime.Program program = oracle.program(cel);
            for (int j = 0; j < REQUESTS; j++) {
                Truth ours = agreed(chance, program, ((Compiled.Usable) compiled).formula(), seed + ": " + cel);
                counts.merge(ours, 1, Integer::sum);
            }
        }

        assertThat(counts)
                .as("seed %d, %d pairs", seed, CONDITIONS * REQUESTS)
                .allSatisfy((truth, count) -> assertThat(count).isGreaterThan(10_000))
                .hasSize(3);
    }

    private static Truth agreed(Chance chance, CelRuntime.Program program, Formula formula, String where) {
        Map<Attribute, Object> known = chance.request();
        Set<Attribute> unknown = EnumSet.allOf(Attribute.class);
        unknown.removeIf(attribute -> known.containsKey(attribute) || chance.coin());
        Truth ours = Truth.of(Predicates.judged(formula, predicate -> answer(predicate, known)));
        assertThat(ours)
                .as("%s with %s, unknown %s", where, known, unknown)
                .isEqualTo(Oracle.judge(program, known, unknown));
        return ours;
    }

    /** By the engine's own questions; that its compiled masks answer alike is what its own tests show. */
    private static Answer answer(Predicate predicate, Map<Attribute, Object> known) {
        return Predicates.attribute(predicate)
                .flatMap(attribute -> Optional.ofNullable(known.get(attribute)))
                .map(value -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO)
                .orElse(Answer.OPEN);
    }
}
