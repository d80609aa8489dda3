package dev.contactcenter.demo.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The drill's policy")
class DrillPolicyTest {

    @Test
    void is_the_sample_with_its_rules_about_risk_enforced_and_one_about_the_country() throws IOException {
        Path sample = ProjectFolder.find().realmFile().resolveSibling("policies/contact-center.yaml");

        String policy = DrillPolicy.of(Files.readString(sample));

        assertThat(policy)
                .contains("  - id: no-export-at-high-risk\n    actions:")
                .contains("  - id: risk-needs-device-bound-passkey\n    actions:")
                .endsWith("    deny: { reason: not_from_abroad }\n");
    }

    @Test
    void says_what_it_misses_in_a_sample_that_has_changed() {
        assertThatThrownBy(() -> DrillPolicy.of("rules: []"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-export-at-high-risk");
    }
}
