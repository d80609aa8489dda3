package dev.contactcenter.demo.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The drill's policy")
class DrillPolicyTest {

    @TempDir
    Path folder;

    @Test
    void is_that_of_the_demo_with_its_rules_about_risk_enforced_and_one_about_the_country() throws IOException {
        String policy = DrillPolicy.of(demoPolicy());

        assertThat(policy)
                .contains("  - id: no-export-at-high-risk\n    actions:")
                .contains("  - id: risk-needs-device-bound-passkey\n    actions:")
                .contains("  - id: no-export-in-wrap-up\n    actions:")
                .endsWith("    deny: { reason: not_from_abroad }\n");
    }

    @Test
    void says_what_it_misses_in_a_policy_that_has_changed() {
        assertThatThrownBy(() -> DrillPolicy.of("rules: []"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-export-at-high-risk");
    }

    /** As the drill meets it: in a demo that has phones and no shorter freshness. */
    private String demoPolicy() throws IOException {
        Path realm = new DemoRealm(ProjectFolder.find(), Map.of(), DemoRealm.SAMPLE_FRESHNESS)
                .withTelephony()
                .write(folder)
                .getFirst();
        return new ObjectMapper()
                .readTree(realm.toFile())
                .path("components")
                .findValues("policy")
                .getFirst()
                .path(0)
                .asText();
    }
}
