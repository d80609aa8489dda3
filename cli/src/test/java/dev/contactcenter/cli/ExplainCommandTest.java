package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("policy explain")
class ExplainCommandTest {

    private static final String POLICY = """
            contactCenterPolicy: 1
            revision: r1
            assurance: [password, phr]
            zones: { corporate: { trust: high, cidrs: [10.20.0.0/16] } }
            actions: { record:view: { tier: 0 } }
            modes: { agent: { roles: [agents], actions: [record:view] } }
            rules:
              - id: recent
                when: network.zone != "corporate"
                require: { acr: phr, maxAge: PT5M }
                limit: { maskFields: [iban], rateLimit: 60 }
              - id: managed
                when: device.compliance != "compliant" && device.management == "managed"
                deny: { reason: not_managed }
            """;

    private static final String REQUEST = """
            user: { roles: [agents] }
            actions: [record:view]
            now: 2026-11-22T10:00:00Z
            auth: { proven: { phr: PT2M } }
            network: { address: 203.0.113.7 }
            device: { compliance: compliant, management: unmanaged }
            """;

    @TempDir
    private Path folder;

    private String policy = "";

    @BeforeEach
    void write() throws IOException {
        policy = Files.writeString(folder.resolve("p.yaml"), POLICY).toString();
    }

    @Test
    void tells_every_rule_and_all_that_stands_in_its_way_and_what_the_token_tells() {
        Run run = Run.withInput(REQUEST, "policy", "explain", policy, "--request", "-");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                Permit
                  by policy r1
                  in mode agent
                  because of recent

                Rules
                  recent applies
                      condition, for record:view: yes
                        yes  network.zone != "corporate"  (is unknown)
                  managed does not apply
                      condition, for record:view: no
                        no   device.compliance != "compliant"  (is compliant)  <- in the way
                        no   device.management == "managed"  (is unmanaged)  <- in the way

                Attributes that were read
                  device.compliance is compliant
                  device.management is unmanaged
                  network.zone is unknown

                Obligations
                  freshFor PT3M
                  maskFields [iban]
                  rateLimit 60

                Access token
                  scope mode:agent record:view
                  acr phr
                  auth_time 1795341480
                  contact_center
                    mode agent
                    policy r1
                    masked_fields [iban]
                    rate_limit 60
                  lifespan at most PT3M
                """);
    }

    @Test
    void tells_programs_in_json() throws IOException {
        Run run = Run.withInput(
                REQUEST.replace("phr: PT2M", "phr: PT1H"),
                "policy",
                "explain",
                policy,
                "--request",
                "-",
                "--format",
                "json");

        JsonNode told = new ObjectMapper().readTree(run.out());
        assertThat(told.at("/decision/outcome").asText()).isEqualTo("step-up");
        assertThat(told.at("/decision/maxAge").asText()).isEqualTo("PT5M");
        assertThat(told.at("/rules/1/standing").asText()).isEqualTo("does-not-apply");
        assertThat(told.at("/rules/1/conditions/0/questions/1/decisive").asBoolean())
                .isTrue();
        assertThat(told.at("/attributes/network.zone/value").asText()).isEqualTo("unknown");
        assertThat(told.at("/obligations/rateLimit").asInt()).isEqualTo(60);
        assertThat(told.at("/token/afterStepUp").asBoolean()).isTrue();
        assertThat(told.at("/token/claims/contact_center/masked_fields/0").asText())
                .isEqualTo("iban");
        assertThat(told.at("/token/lifespan").asText()).isEqualTo("PT5M");
    }

    @Test
    void tells_what_a_refusal_means_for_an_established_session() throws IOException {
        Files.writeString(folder.resolve("p.yaml"), POLICY.replace("limit:", "onViolation: step-up\n    limit:"));
        String stale = REQUEST.replace("phr: PT2M", "phr: PT1H");

        assertThat(Run.withInput(stale, "policy", "explain", policy, "--request", "-")
                        .out())
                .contains("  an established session stops until that is proven");
        assertThat(Run.withInput(stale, "policy", "explain", policy, "--request", "-", "--format", "json")
                        .out())
                .contains("\"onViolation\" : \"step-up\"");
    }

    @Test
    void takes_the_request_from_options() {
        Run run = explain(
                "--role",
                "agents",
                "--action",
                "record:view",
                "--proven",
                "phr=PT2M",
                "--set",
                "network=stale",
                "--set",
                "device.compliance=compliant",
                "--client",
                "crm",
                "--now",
                "2026-11-22T10:00:00Z");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Permit\n")
                .contains(
                        "recent applies, because its condition cannot be answered",
                        "open network.zone != \"corporate\"  (is missing: stale)  <- in the way",
                        "degraded");
        assertThat(explain("--service", "stranger", "--action", "record:view").out())
                .startsWith("Deny: action_not_granted\n")
                .contains("recent not looked at: the request is refused whatever the rules say");
    }

    @Test
    void tells_what_is_wrong_with_the_request_and_where() {
        Run run = explain("--role", "agents", "--set", "device.compliance=complaint", "--proven", "phrr=PT2M");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "'phrr' is not an assurance level of this policy; did you mean 'phr'?",
                        "'complaint' is not one of compliant, noncompliant, unknown; did you mean 'compliant'?");
    }

    @Test
    void wants_the_request_in_one_way() {
        assertThat(explain().exitCode()).isEqualTo(2);
        assertThat(explain("--request", "-", "--role", "agents").exitCode()).isEqualTo(2);
        assertThat(explain("--request", folder + "/nowhere").exitCode()).isEqualTo(2);
    }

    @Test
    void does_not_decide_by_a_policy_with_problems() throws IOException {
        Files.writeString(folder.resolve("p.yaml"), POLICY.replace("deny:", "dney:"));

        Run run = explain("--role", "agents");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("p.yaml:14:5: the key 'dney' is unknown");
    }

    private Run explain(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 3, options.length);
        all[0] = "policy";
        all[1] = "explain";
        all[2] = policy;
        return Run.of(all);
    }
}
