package dev.contactcenter.listeners.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Portions of a batch")
final class PortionsTest {

    @Test
    void are_as_large_as_the_sink_takes() {
        assertThat(offered(new Portions(7, 3), 7)).containsExactly("0-3", "3-6", "6-7");
    }

    @Test
    void of_nothing_are_none() {
        assertThat(new Portions(0, 3).more()).isFalse();
    }

    @Test
    void are_halved_until_the_sink_takes_them_and_no_more_than_that() {
        assertThat(offered(new Portions(8, 8), 3)).containsExactly("0-8", "0-4", "0-2", "2-4", "4-8", "4-6", "6-8");
    }

    @Test
    void go_on_after_a_line_that_is_left_out() {
        Portions portions = new Portions(8, 8);
        portions.halve();
        portions.halve();

        portions.goOnAfter(2);

        assertThat(offered(portions, 8)).containsExactly("3-4", "4-8");
    }

    @Test
    void go_on_with_the_next_after_the_last_line_is_left_out() {
        Portions portions = new Portions(5, 3);

        portions.goOnAfter(2);

        assertThat(offered(portions, 5)).containsExactly("3-5");
    }

    @Test
    void are_one_record_at_least() {
        Portions portions = new Portions(1, 1);

        assertThatThrownBy(portions::halve).hasMessage("A line cannot be halved, because it is one record");
    }

    /** What is offered to a sink that wants fewer whenever it is offered more than it takes. */
    private static List<String> offered(Portions portions, int takes) {
        List<String> offered = new ArrayList<>();
        while (portions.more()) {
            offered.add(portions.from() + "-" + portions.to());
            if (portions.to() - portions.from() > takes) {
                portions.halve();
            } else {
                portions.taken();
            }
        }
        return offered;
    }
}
