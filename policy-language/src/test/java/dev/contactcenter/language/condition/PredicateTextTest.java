package dev.contactcenter.language.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The text of a predicate")
class PredicateTextTest {

    @Test
    void means_the_predicate_again() {
        var conditions = new Conditions(Chance.WORDS);
        for (long seed = 0; seed < 200; seed++) {
            if (conditions.compile(new Chance(seed).condition(2)) instanceof Compiled.Usable(Formula formula)) {
                for (Predicate predicate : Predicates.in(formula)) {
                    Formula atom = new Formula.Atom(predicate);
                    assertThat(conditions.compile(Predicates.text(predicate))).isEqualTo(new Compiled.Usable(atom));
                    assertThat(conditions.compile(Predicates.text(predicate, true)))
                            .isEqualTo(new Compiled.Usable(new Formula.Not(atom)));
                }
            }
        }
    }
}
