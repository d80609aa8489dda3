package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.kit.policy.AcrLevels;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The levels that a session proved")
class ProvenLevelsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final AcrLevels LEVELS = new AcrLevels(Map.of("password", 1, "phr", 2, "phrh", 3));

    @Test
    void have_an_age_each() {
        var proven = new ProvenLevels(Map.of(1, NINE, 2, NINE.plusSeconds(60)));

        assertThat(proven.assurance(LEVELS, NINE.plusSeconds(90)))
                .isEqualTo(new Assurance(Map.of("password", Duration.ofSeconds(90), "phr", Duration.ofSeconds(30))));
    }

    @Test
    void prove_nothing_that_the_realm_has_no_name_for() {
        var proven = new ProvenLevels(Map.of(7, NINE));

        assertThat(proven.assurance(LEVELS, NINE)).isEqualTo(Assurance.NONE);
    }

    @Test
    void are_told_by_the_latest_and_of_several_in_one_second_by_the_highest() {
        var proven = new ProvenLevels(Map.of(1, NINE.plusSeconds(5), 2, NINE, 3, NINE));

        assertThat(proven.latest()).contains(Map.entry(1, NINE.plusSeconds(5)));
        assertThat(proven.latestFrom(2)).contains(Map.entry(3, NINE));
        assertThat(ProvenLevels.NONE.latest()).isEmpty();
    }
}
