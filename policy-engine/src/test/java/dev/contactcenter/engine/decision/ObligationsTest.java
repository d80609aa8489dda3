package dev.contactcenter.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Obligations of several rules")
class ObligationsTest {

    private static final Rate OFTEN = new Rate.PerMinute(60);
    private static final Rate SELDOM = new Rate.PerMinute(2);
    private static final Rate ANY = new Rate.Unlimited();

    private static Obligations of(Set<String> masked, Rate rate) {
        return new Obligations(Bound.none(), Bound.none(), Bound.none(), Bound.none(), masked, rate);
    }

    @Test
    void mask_every_field_that_any_of_them_masks() {
        Obligations iban = of(Set.of("iban"), ANY);
        Obligations both = of(Set.of("iban", "phone"), ANY);

        assertThat(iban.and(of(Set.of("phone"), ANY))).isEqualTo(both);
        assertThat(both.and(iban)).isEqualTo(both);
        assertThat(iban.and(both)).isEqualTo(both);
    }

    @Test
    void allow_the_slowest_rate() {
        assertThat(OFTEN.slower(SELDOM)).isEqualTo(SELDOM);
        assertThat(SELDOM.slower(OFTEN)).isEqualTo(SELDOM);
        assertThat(SELDOM.slower(SELDOM)).isEqualTo(SELDOM);
        assertThat(SELDOM.slower(ANY)).isEqualTo(SELDOM);
        assertThat(ANY.slower(OFTEN)).isEqualTo(OFTEN);
        assertThat(ANY.slower(ANY)).isEqualTo(ANY);
        assertThat(of(Set.of(), OFTEN).and(of(Set.of(), SELDOM))).isEqualTo(of(Set.of(), SELDOM));
    }

    @Test
    void are_those_of_the_other_where_one_binds_to_nothing() {
        Obligations some = of(Set.of("iban"), SELDOM);

        assertThat(Obligations.NONE.and(some)).isSameAs(some);
        assertThat(some.and(Obligations.NONE)).isSameAs(some);
        assertThat(Obligations.NONE.and(Obligations.NONE)).isEqualTo(Obligations.NONE);
        assertThat(some.withFreshFor(Bound.none())).isSameAs(some);
        assertThat(some.withFreshFor(Bound.atMost(Duration.ofMinutes(1))).freshFor())
                .isEqualTo(Bound.atMost(Duration.ofMinutes(1)));
        assertThat(some.withTokenLifespan(Bound.atMost(Duration.ofMinutes(1))).rate())
                .isEqualTo(SELDOM);
    }

    @Test
    void of_a_whole_policy_that_only_reports_are_told_apart_from_those_of_a_rule() {
        assertThat(new WouldBe(WouldBe.WHOLE_POLICY, "deny", "no").isOfWholePolicy())
                .isTrue();
        assertThat(new WouldBe("rule", "deny", "no").isOfWholePolicy()).isFalse();
    }
}
