package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same journey, past every hook, with and without rules that only report. */
@Tag("policy")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What only reports")
final class ReportOnlyIT {

    private static final String PLAYBACK = """
              - id: playback-needs-passkey
                actions: [recording:play]
                require: { acr: phr, maxAge: PT5M }
            """;

    /** Three rules, each of which would change every token; %s is whatever keeps them from it. */
    private static final String STRICT = """
              - id: would-deny
                %1$s
                deny: { reason: would_be_denied }
              - id: would-require
                %1$s
                require: { acr: phr, maxAge: PT5M }
              - id: would-limit
                %1$s
                limit: { tokenLifespan: PT30S, maskFields: [billing.iban], rateLimit: 7 }
            """;

    private final Stage stage;
    private final Person supervisor;
    private final Person agent;

    ReportOnlyIT(KeycloakServer server) {
        assumeTrue(server.distribution().isPresent(), "a container cannot reach the phone of the test");
        this.stage = Stage.of(server, "report-only", Journey::plan);
        this.supervisor = stage.enrolled("supervisor");
        this.agent = stage.enrolled("agent");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state: report-only", "rollout: { groups: [/nobody-yet] }"})
    void of_the_rules_changes_no_prompt_no_token_and_no_session(String held) {
        Map<String, String> without = journey("rules:\n" + PLAYBACK);

        Map<String, String> with = journey("rules:\n" + PLAYBACK + STRICT.formatted(held));

        assertSame(with, without);
        assertTold("authorization");
        assertTold("token");
        assertTold("refresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enforcement: report-only\n", "rollout: { groups: [/nobody-yet] }\n"})
    void as_a_whole_is_as_if_there_were_no_policy(String held) {
        String rules = "rules:\n" + PLAYBACK + STRICT.formatted("state: enforced");
        Map<String, String> without = journey("enforcement: off\n" + rules);

        Map<String, String> with = journey(held + rules);

        assertSame(with, without);
        assertTold("authorization", "policy");
        assertTold("token", "policy");
        assertTold("refresh", "policy");
    }

    @Test
    void is_told_apart_by_this_comparison_once_it_is_enforced() {
        Map<String, String> without = journey("rules:\n" + PLAYBACK);

        Map<String, String> with = journey("rules:\n" + PLAYBACK + """
                  - id: limits
                    limit: { rateLimit: 7 }
                """);

        assertThat(with).isNotEqualTo(without);
    }

    private Map<String, String> journey(String sections) {
        stage.policy(sections);
        return Journey.live(stage, supervisor, agent);
    }

    /** Step by step, so that a difference is what is read. */
    private static void assertSame(Map<String, String> with, Map<String, String> without) {
        assertThat(with.keySet()).containsExactlyElementsOf(without.keySet());
        assertThat(with).allSatisfy((step, seen) -> assertThat(seen).as(step).isEqualTo(without.get(step)));
    }

    private void assertTold(String hook, String... more) {
        JsonNode record = stage.record(one -> one.path("hook").asText().equals(hook));
        Set<String> told = StreamSupport.stream(record.path("would_be").spliterator(), false)
                .map(would -> would.path("rule").asText())
                .collect(Collectors.toSet());
        assertThat(told).contains("would-deny", "would-require", "would-limit").containsAll(List.of(more));
        assertThat(record.path("outcome").asText()).isEqualTo("permit");
    }
}
