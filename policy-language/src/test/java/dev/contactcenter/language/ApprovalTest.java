package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An approval that two actions want")
final class ApprovalTest {

    private static final Approval.Asked BY_TEAM = new Approval.Asked(Set.of("evidence:approve"), Duration.ofMinutes(3));
    private static final Approval.Asked BY_LAWYERS = new Approval.Asked(Set.of("law:approve"), Duration.ofMinutes(2));

    @Test
    void is_by_somebody_who_may_both_and_waits_for_the_shorter_time() {
        assertThat(BY_TEAM.and(BY_LAWYERS))
                .isEqualTo(BY_LAWYERS.and(BY_TEAM))
                .isEqualTo(new Approval.Asked(Set.of("evidence:approve", "law:approve"), Duration.ofMinutes(2)));
    }

    @Test
    void is_wanted_if_one_of_them_wants_it() {
        assertThat(new Approval.NotAsked().and(BY_TEAM)).isEqualTo(BY_TEAM);
        assertThat(BY_TEAM.and(new Approval.NotAsked())).isEqualTo(BY_TEAM);
    }
}
