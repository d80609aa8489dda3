package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told over REST is what the golden files of the language, which the command line prints, say word for word. */
@Tag("policy")
@WithKeycloak
@DisplayName("A mistake in a policy")
final class MistakesIT {

    private static final String MISTAKEN = """
            rules:
              - id: mistaken
                actions: [record:view]
                when: device.complaince == "compliant"
                deny: { reason: mistaken }
              - id: mistaken-as-well
                actions: [record:view]
                when: network.zone == "corporat"
                deny: { reason: mistaken }
            """;

    private final KeycloakServer server;

    MistakesIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void is_told_over_rest_as_the_command_line_tells_it() throws IOException {
        List<Path> cases;
        try (var files =
                Files.list(server.project().root().resolve("policy-language/src/test/resources/mistakes/document"))) {
            cases = files.sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(40);
        try (Stage stage = Stage.of(server, "mistakes")) {
            for (Path one : cases) {
                String text = Files.readString(one);
                int policy = text.indexOf("=== policy\n") + "=== policy\n".length();
                int report = text.indexOf("=== report\n");

                Answer answer = stage.realm().admin().putPolicy(text.substring(policy, report));

                assertThat(answer.status()).as(one.toString()).isEqualTo(400);
                assertThat(answer.text("errorMessage"))
                        .as(one.toString())
                        .isEqualTo(refusal(text.substring(report + "=== report\n".length())));
            }
        }
    }

    @Test
    void in_conditions_is_told_with_place_and_caret_and_all_at_once() {
        try (Stage stage = Stage.of(server, "mistaken-conditions")) {
            String before = stage.realm().admin().policy();

            Answer answer = stage.tryPolicy("zones:\n  corporate: { trust: high, cidrs: [10.20.0.0/16] }\n" + MISTAKEN);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("errorMessage")).isEqualTo(refusal("""
                    policy.yaml:19:11: unknown attribute 'device.complaince'; did you mean 'compliance'?
                       19 |     when: device.complaince == "compliant"
                          |           ^~~~~~~~~~~~~~~~~
                    policy.yaml:23:27: 'corporat' is not a zone of this policy; did you mean 'corporate'?
                       23 |     when: network.zone == "corporat"
                          |                           ^~~~~~~~~~
                    """));
            assertThat(stage.realm().admin().policy()).isEqualTo(before);
        }
    }

    /** Keycloak answers a failed import with a few words of its own, and puts the reason into its log. */
    @Test
    void keeps_a_realm_from_being_imported() {
        RealmFixture.Plan plan =
                RealmFixture.plan(server, "mistaken-import").policy(ignored -> Stage.text(1, MISTAKEN));

        assertThatThrownBy(plan::create).hasMessageContaining("consult the server log");

        assertThat(server.admin().get("/" + plan.name()).status()).isEqualTo(404);
        assertThat(server.log()).contains("unknown attribute 'device.complaince'; did you mean 'compliance'?");
    }

    private static String refusal(String report) {
        return "The policy was not activated, the one before stays in force: \n"
                + report.strip().replaceAll("(?m)^policy\\.yaml:", "policy:");
    }
}
