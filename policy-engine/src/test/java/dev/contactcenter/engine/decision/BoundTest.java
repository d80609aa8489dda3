package dev.contactcenter.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A bound")
class BoundTest {

    private static final Bound NONE = Bound.none();
    private static final Bound SHORT = Bound.atMost(Duration.ofMinutes(5));
    private static final Bound LONG = Bound.atMost(Duration.ofHours(1));

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @MethodSource
    void is_as_tight_as_the_tighter(Bound one, Bound other, Bound tighter) {
        assertThat(one.tighter(other)).isEqualTo(tighter);
        assertThat(other.tighter(one)).isEqualTo(tighter);
    }

    static Stream<Arguments> is_as_tight_as_the_tighter() {
        return Stream.of(
                arguments(NONE, NONE, NONE),
                arguments(NONE, LONG, LONG),
                arguments(SHORT, LONG, SHORT),
                arguments(SHORT, SHORT, SHORT));
    }

    @Test
    void allows_what_is_not_longer() {
        assertThat(NONE.allows(Duration.ofDays(1000))).isTrue();
        assertThat(SHORT.allows(Duration.ofMinutes(5))).isTrue();
        assertThat(SHORT.allows(Duration.ofSeconds(301))).isFalse();
    }

    @Test
    void is_never_negative() {
        assertThatThrownBy(() -> Bound.atMost(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A bound cannot be negative: PT-1S");
        assertThat(Bound.atMost(Duration.ZERO).allows(Duration.ZERO)).isTrue();
    }

    @Test
    void of_several_obligations_is_the_tightest_in_each_respect() {
        var one = times(SHORT, LONG, NONE, SHORT);
        var other = times(LONG, SHORT, LONG, NONE);

        assertThat(one.and(other)).isEqualTo(times(SHORT, SHORT, LONG, SHORT));
        assertThat(one.withTokenLifespan(LONG)).isEqualTo(one);
        assertThat(other.withTokenLifespan(SHORT)).isEqualTo(times(SHORT, SHORT, LONG, NONE));
        assertThat(other.withFreshFor(LONG)).isEqualTo(times(LONG, SHORT, LONG, LONG));
    }

    private static Obligations times(Bound tokenLifespan, Bound sessionIdle, Bound sessionMax, Bound freshFor) {
        return new Obligations(tokenLifespan, sessionIdle, sessionMax, freshFor, Set.of(), new Rate.Unlimited());
    }
}
