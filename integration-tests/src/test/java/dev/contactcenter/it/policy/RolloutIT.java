package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("policy")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A rollout")
final class RolloutIT {

    private static final String VIEW = "mode:agent record:view";
    private static final int HALF = 50;

    private final Stage stage;
    private final TestApp desktop;
    private final Person supervisor;
    private final Person agent;

    RolloutIT(KeycloakServer server) {
        this.stage = Stage.of(server, "rollout", plan -> plan.withoutEnrolment());
        this.desktop = stage.app("agent-desktop");
        this.supervisor = new Person("supervisor");
        this.agent = new Person("agent");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void of_a_rule_to_a_group_holds_for_its_members_and_reports_for_all_others() {
        stage.join("agent", "pilot");
        stage.policy(rule("groups: [/pilot]"));

        stage.refused(agent.elsewhere(), desktop, VIEW, "tried_out");
        Tokens tokens = stage.granted(supervisor.elsewhere(), desktop, VIEW);

        JsonNode record = stage.recordOf(tokens);
        assertThat(record.path("rules").isMissingNode()).isTrue();
        assertThat(record.path("would_be").toString())
                .isEqualTo("[{\"rule\":\"tried-out\",\"outcome\":\"deny\",\"detail\":\"tried_out\"}]");
    }

    @Test
    void of_a_rule_to_a_share_holds_for_one_half_and_not_for_the_other() {
        stage.policy(rule("percent: 50, cohort: " + dividing("agent", "supervisor")));

        stage.refused(agent.elsewhere(), desktop, VIEW, "tried_out");
        stage.granted(supervisor.elsewhere(), desktop, VIEW);
    }

    @Test
    void of_the_policy_binds_the_pilot_only() {
        stage.join("agent", "wave");
        stage.policy("rollout: { groups: [/wave] }\n" + rule(""));

        stage.refused(agent.elsewhere(), desktop, VIEW, "tried_out");
        Tokens tokens = stage.granted(supervisor.elsewhere(), desktop, VIEW);

        assertThat(tokens.claims().has("txn")).isFalse();
        assertThat(tokens.claims().has("contact_center")).isFalse();
        JsonNode record = stage.record(one -> one.path("hook").asText().equals("token"));
        assertThat(record.path("would_be").toString()).contains("{\"rule\":\"policy\",\"outcome\":\"deny\"");
    }

    @Test
    void of_the_policy_to_a_share_goes_by_the_user_alone() {
        String cohort = dividing("supervisor", "agent");
        stage.policy("rollout: { percent: 50, cohort: " + cohort + " }\n" + rule(""));

        stage.refused(supervisor.elsewhere(), desktop, VIEW, "tried_out");
        stage.granted(agent.elsewhere(), desktop, VIEW);
    }

    private static String rule(String rollout) {
        String held = rollout.isEmpty() ? "" : "    rollout: { " + rollout + " }\n";
        return """
                rules:
                  - id: tried-out
                    actions: [record:view]
                    deny: { reason: tried_out }
                """ + held;
    }

    /** A cohort of which one user is in the first half and another is not. */
    private String dividing(String inside, String outside) {
        String in = stage.realm().admin().userId(inside);
        String out = stage.realm().admin().userId(outside);
        return IntStream.range(0, 1000)
                .mapToObj(number -> "wave-" + number)
                .filter(cohort -> part(cohort, in) < HALF && part(cohort, out) >= HALF)
                .findFirst()
                .orElseThrow();
    }

    /** As the documentation says that anybody can work it out. */
    private static int part(String cohort, String user) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((cohort + ":" + user).getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), 100);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
