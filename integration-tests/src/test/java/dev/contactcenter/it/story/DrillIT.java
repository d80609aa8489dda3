package dev.contactcenter.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.demo.drill.Drill;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.it.server.BesideOthers;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code bin/demo --drill} shows: each source of signals cut off in turn, against each tier. */
@Tag("story")
@Tag("signals")
@BesideOthers
@DisplayName("When a source of signals is cut off")
final class DrillIT {

    /** A server that another test builds beside it takes the machine for itself at times. */
    private static final Duration BOUND = Duration.ofSeconds(40);

    @Test
    void every_tier_does_what_the_policy_says_and_all_of_it_comes_back() {
        assertThat(Drill.run(Drill.options(ProjectFolder.find(), "drill-it"), BOUND))
                .as("the table above has a mark at whatever is not as the policy says")
                .isTrue();
    }
}
