package dev.contactcenter.demo.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The end of a session")
class SessionEndTest {

    private static final long TEN_PAST_NINE = 1_795_597_800;

    @Test
    void is_not_told_where_no_rule_limits_the_session() {
        assertThat(SessionEnd.of(Map.of("mode", "agent"))).isEmpty();
    }

    @Test
    void is_told_with_both_limits() {
        assertThat(sentence(Map.of("ends_at", TEN_PAST_NINE, "idle_seconds", 300L)))
                .isEqualTo("Your session ends at 09:10, or when nobody uses it for 5 minutes.");
    }

    @Test
    void is_told_with_one_limit() {
        assertThat(sentence(Map.of("ends_at", TEN_PAST_NINE))).isEqualTo("Your session ends at 09:10.");
        assertThat(sentence(Map.of("idle_seconds", 20L)))
                .isEqualTo("Your session ends when nobody uses it for a minute.");
    }

    private static String sentence(Map<String, Object> session) {
        return SessionEnd.of(Map.of("session", session)).orElseThrow().sentence(ZoneOffset.UTC);
    }
}
