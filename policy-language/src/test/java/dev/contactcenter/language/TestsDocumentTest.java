package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.language.testing.Aspect;
import dev.contactcenter.language.testing.Coverage;
import dev.contactcenter.language.testing.Expected;
import dev.contactcenter.language.testing.PolicyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A file of tests")
class TestsDocumentTest {

    private static final Path FOLDER = Path.of("src/test/resources/testing");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final CompiledPolicy policy;

    TestsDocumentTest() throws IOException {
        policy = ((Reading.Valid) PolicyDocument.read(Files.readAllBytes(FOLDER.resolve("desk.yaml")))).policy();
    }

    @Test
    void gives_each_test_its_request_with_the_defaults_under_it() throws IOException {
        List<PolicyTest> tests = tests(Files.readString(FOLDER.resolve("desk.tests.yaml")));

        assertThat(tests.getFirst())
                .isEqualTo(new PolicyTest(
                        "a supervisor plays a recording in the office",
                        10,
                        new AccessRequest(
                                new Subject.Person("u1", Set.of("supervisors"), Set.of("/teams", "/teams/billing")),
                                Set.of("supervisor"),
                                Set.of("recording:play"),
                                new Assurance(Map.of("phr", Duration.ofMinutes(2))),
                                new Facts(
                                        NOW,
                                        Map.of(
                                                Signal.NETWORK,
                                                known(
                                                        NOW,
                                                        Attribute.NETWORK_ZONE,
                                                        "corporate",
                                                        Attribute.NETWORK_TRUST,
                                                        "high"),
                                                Signal.AUTH,
                                                known(
                                                        NOW,
                                                        Attribute.AUTH_PASSKEY,
                                                        "device-bound",
                                                        Attribute.AUTH_USER_VERIFIED,
                                                        true),
                                                Signal.DEVICE,
                                                known(
                                                        NOW.minusSeconds(60),
                                                        Attribute.DEVICE_COMPLIANCE,
                                                        "compliant",
                                                        Attribute.DEVICE_ENCRYPTION,
                                                        "on"),
                                                Signal.SESSION,
                                                known(
                                                        NOW,
                                                        Attribute.SESSION_AGE,
                                                        Duration.ofHours(1),
                                                        Attribute.SESSION_OFFLINE,
                                                        false)))),
                        List.of(
                                new Expected(Aspect.OUTCOME, "permit"),
                                new Expected(Aspect.TOKEN_LIFESPAN, "PT5M"),
                                new Expected(Aspect.FRESH_FOR, "PT3M"),
                                new Expected(Aspect.MASK_FIELDS, "[email, iban]"),
                                new Expected(Aspect.RATE_LIMIT, "none"),
                                new Expected(Aspect.RULES, "[fields, recent]"),
                                new Expected(Aspect.UNANSWERED, "[]"),
                                new Expected(Aspect.WOULD_BE, "{}"),
                                new Expected(Aspect.MODE, "supervisor"),
                                new Expected(Aspect.DEGRADED, "false"))));
        assertThat(tests.get(1).request().facts().evidence(Signal.NETWORK))
                .isEqualTo(known(NOW, Attribute.NETWORK_ZONE, "unknown", Attribute.NETWORK_TRUST, "unknown"));
        assertThat(tests.get(1).request().facts().evidence(Signal.DEVICE))
                .isEqualTo(new Evidence.Missing<Observation>(Absence.NOT_PROVIDED));
        assertThat(tests.get(2).request().subject()).isEqualTo(new Subject.Service("connector"));
    }

    @Test
    void runs_and_covers() throws IOException {
        List<PolicyTest.Result> results = tests(Files.readString(FOLDER.resolve("desk.tests.yaml"))).stream()
                .map(test -> test.run(policy.decider()))
                .toList();

        assertThat(results).allSatisfy(result -> assertThat(result.mismatches()).isEmpty());
        assertThat(Coverage.of(policy.policy(), results).rules())
                .containsExactly(
                        new Coverage.OfRule("recent", true, true, false, false, List.of()),
                        new Coverage.OfRule(
                                "fields",
                                true,
                                true,
                                true,
                                true,
                                List.of(
                                        new Coverage.OfCondition("network.zone == \"corporate\"", true, true),
                                        new Coverage.OfCondition("device.compliance == \"compliant\"", true, false))),
                        new Coverage.OfRule("ready", false, false, false, false, List.of()),
                        new Coverage.OfRule(
                                "missing-device-1",
                                true,
                                true,
                                true,
                                true,
                                List.of(new Coverage.OfCondition("device is missing", true, true))));
    }

    @Test
    void has_all_its_mistakes_told_at_once() throws IOException {
        byte[] wrong = Files.readAllBytes(FOLDER.resolve("wrong.tests.yaml"));
        var refused = (Checked.Refused<List<PolicyTest>>) TestsDocument.read(wrong, policy);

        String report = new ProblemReport("wrong.tests.yaml", new String(wrong, UTF_8)).of(refused.problems()) + "\n";
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(FOLDER.resolve("wrong.txt"), report);
        }

        assertThat(report).isEqualTo(Files.readString(FOLDER.resolve("wrong.txt")));
    }

    @Test
    void is_called_what_it_is() {
        assertThat(problems("")).containsExactly("the tests file is empty; start with 'contactCenterPolicyTests: 1'");
        assertThat(problems("contactCenterPolicyTests: 2"))
                .containsExactly("this format version cannot be read; write contactCenterPolicyTests: 1");
        assertThat(problems("contactCenterPolicyTests: 1\ntests: []"))
                .containsExactly(
                        "a list of tests is needed here, not an empty one; begin each test with '- name: ...'");
    }

    @Test
    void may_name_its_policy() {
        assertThat(TestsDocument.policyFile("policy: desk.yaml".getBytes(UTF_8)))
                .contains("desk.yaml");
        assertThat(TestsDocument.policyFile("policy: [desk.yaml]".getBytes(UTF_8)))
                .isEmpty();
        assertThat(TestsDocument.policyFile("{".getBytes(UTF_8))).isEmpty();
    }

    private List<String> problems(String tests) {
        var refused = (Checked.Refused<List<PolicyTest>>) TestsDocument.read(tests.getBytes(UTF_8), policy);
        return refused.problems().stream().map(Problem::message).toList();
    }

    private List<PolicyTest> tests(String text) {
        return switch (TestsDocument.read(text.getBytes(UTF_8), policy)) {
            case Checked.Usable<List<PolicyTest>> usable -> usable.value();
            case Checked.Refused<List<PolicyTest>> refused ->
                throw new AssertionError(new ProblemReport("tests", text).of(refused.problems()));
        };
    }

    private static Evidence<Observation> known(
            Instant at, Attribute one, Object value, Attribute other, Object otherValue) {
        return new Evidence.Known<>(new Observation(Map.of(one, value, other, otherValue)), at);
    }
}
