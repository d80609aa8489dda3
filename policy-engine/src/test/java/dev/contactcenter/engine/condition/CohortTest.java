package dev.contactcenter.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A cohort")
class CohortTest {

    /** {@code printf '%s' wave-1:u1 | sha256sum} begins with c73b94b4, which is 3342570676. */
    @ParameterizedTest(name = "{0}:{1} begins with {2}")
    @CsvSource({"wave-1, u1, c73b94b4, 76", "wave-1, u2, 1bf48e84, 0", "wave-1, agent, 424d1caa, 66"})
    void can_be_worked_out_by_hand(String cohort, String user, String digest, int part) {
        assertThat(Long.parseLong(digest, 16) % 100).isEqualTo(part);
        assertThat(Cohort.part(cohort, user)).isEqualTo(part);
    }

    @Test
    void divides_users_evenly() {
        int[] members = new int[100];
        IntStream.range(0, 10_000).forEach(user -> members[Cohort.part("wave-1", "user-" + user)]++);

        // A hundred each, give or take five standard deviations.
        assertThat(IntStream.of(members)).allMatch(count -> count > 50 && count < 150);
    }

    @ParameterizedTest(name = "{0} percent")
    @ValueSource(ints = {0, 10, 25, 50, 99, 100})
    void reaches_its_share(int percent) {
        var share = new Predicate.InCohort("wave-1", percent);

        long reached = IntStream.range(0, 10_000)
                .filter(user -> Questions.holds(share, "user-" + user))
                .count();

        assertThat(reached).isBetween(percent * 100L - 200, percent * 100L + 200);
        assertThat(percent % 100 != 0 || reached == percent * 100L).isTrue();
    }

    @Test
    void grows_without_losing_anybody() {
        assertThat(IntStream.range(0, 1000).mapToObj(user -> "user-" + user))
                .allMatch(user -> !Questions.holds(new Predicate.InCohort("wave-1", 25), user)
                        || Questions.holds(new Predicate.InCohort("wave-1", 26), user));
    }

    @Test
    void ends_before_the_part_that_the_percentage_names() {
        assertThat(Questions.holds(new Predicate.InCohort("wave-1", 76), "u1")).isFalse();
        assertThat(Questions.holds(new Predicate.InCohort("wave-1", 77), "u1")).isTrue();
    }

    @Test
    void never_has_a_service() {
        assertThat(Questions.holds(new Predicate.InCohort("wave-1", 100), "")).isFalse();
    }

    @Test
    void is_a_share_of_a_hundred() {
        assertThat(new Predicate.InCohort("wave-1", 0).percent()).isZero();
        assertThatThrownBy(() -> new Predicate.InCohort("wave-1", 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A share is 0 to 100 percent, not 101");
        assertThatThrownBy(() -> new Predicate.InCohort("wave-1", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A share is 0 to 100 percent, not -1");
    }
}
