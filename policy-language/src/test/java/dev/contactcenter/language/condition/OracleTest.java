package dev.contactcenter.language.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelRuntime;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.request.Attribute;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
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

        System.out.printf("Oracle: seed %d, %d pairs, %s%n", seed, CONDITIONS * REQUESTS, counts);
        assertThat(counts)
                .allSatisfy((truth, count) -> assertThat(count).isGreaterThan(10_000))
                .hasSize(3);
    }

    private static Truth agreed(Chance chance, CelRuntime.Program program, Formula formula, String where) {
        Map<Attribute, Object> known = chance.request();
        Set<Attribute> unknown = EnumSet.allOf(Attribute.class);
        unknown.removeIf(attribute -> known.containsKey(attribute) || chance.coin());
        Truth ours = new Judge(known).judge(formula);
        assertThat(ours)
                .as("%s with %s, unknown %s", where, known, unknown)
                .isEqualTo(Oracle.judge(program, known, unknown));
        return ours;
    }
}
