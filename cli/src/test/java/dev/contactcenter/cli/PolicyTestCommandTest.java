package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@DisplayName("policy test")
class PolicyTestCommandTest {

    private static final String POLICY = Samples.SMALL + """
            rules:
              - id: office-only
                when: network.zone == "unknown"
                deny: { reason: not_in_the_office }
            """;

    private static final String TESTS = """
            contactCenterPolicyTests: 1
            defaults: { now: 2026-11-22T10:00:00Z, user: { roles: [agents] }, actions: [record:view] }
            tests:
              - name: an agent with <a wide> view
                given: { user: {}, actions: [record:view] , network: { zone: unknown } }
                expect: { outcome: deny, reason: not_in_the_office }
            """;

    @TempDir
    private Path folder;

    @Test
    void passes_for_the_samples() {
        Run run = Run.of(
                "policy", "test", Samples.CHECKOUT.resolve("realm-exports").toString());

        assertThat(run.out()).doesNotContain("FAIL", "not covered");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void fails_when_a_rule_is_covered_by_no_test_unless_that_is_allowed() throws IOException {
        String tests = given(POLICY, TESTS);

        Run run = Run.of("policy", "test", tests);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                %1$s
                  ok    an agent with <a wide> view

                Coverage of %2$s
                  rule         applied  spared  conditions
                  office-only  yes      no      0 of 1      not covered
                      never false: network.zone == "unknown"

                1 test, 0 failed, 1 rule of %2$s not covered
                """.formatted(tests, folder.resolve("p.yaml")));
        assertThat(Run.of("policy", "test", "--allow-uncovered", tests).exitCode())
                .isZero();
    }

    @Test
    void tells_expected_and_actual_and_where_each_rule_stood() throws IOException {
        String other = "network: { zone: unknown } }\n    expect: { outcome: permit, degraded: true }\n";
        String tests = given(POLICY, TESTS.substring(0, TESTS.indexOf("network")) + other);

        Run run = Run.of("policy", "test", "--allow-uncovered", tests);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("""
                %1$s
                  FAIL  an agent with <a wide> view (%1$s:4)
                          outcome: expected permit, but was deny
                          degraded: expected true, but was false
                          rule office-only applies

                """.formatted(tests));
    }

    @Test
    void tells_what_left_a_condition_open() throws IOException {
        String other = "network: stale }\n    expect: { outcome: permit }\n";
        String tests = given(POLICY, TESTS.substring(0, TESTS.indexOf("network")) + other);

        assertThat(Run.of("policy", "test", "--allow-uncovered", tests).out()).contains("""
                          rule office-only applies, because its condition cannot be answered
                            open network.zone == "unknown"  (is missing: stale)  <- in the way
                """);
    }

    @Test
    void finds_the_tests_beside_a_policy() throws IOException {
        given(POLICY, TESTS);

        Run run = Run.of(
                "policy", "test", "--allow-uncovered", folder.resolve("p.yaml").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("p.tests.yaml\n  ok ");
    }

    @Test
    void writes_junit_xml_that_every_reader_of_xml_can_read() throws Exception {
        String tests = given(POLICY, TESTS.replace("deny, reason: not_in_the_office", "permit"));
        Path report = folder.resolve("reports/junit.xml");

        Run run = Run.of("policy", "test", "--junit", report.toString(), tests);

        assertThat(run.exitCode()).isEqualTo(1);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(report))))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo(tests);
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(failed.getAttribute("name")).isEqualTo("an agent with <a wide> view");
        assertThat(((Element) failed.getFirstChild()).getAttribute("message"))
                .isEqualTo("outcome: expected permit, but was deny");
        assertThat(failed.getTextContent())
                .startsWith(tests + ":4\noutcome: expected permit, but was deny\nrule office-only applies");
        Element coverage = (Element) root.getElementsByTagName("testsuite").item(1);
        assertThat(coverage.getAttribute("failures")).isEqualTo("1");
    }

    @Test
    void tells_programs_in_json() throws IOException {
        Run run = Run.of("policy", "test", "--format", "json", given(POLICY, TESTS));

        JsonNode told = new ObjectMapper().readTree(run.out());
        assertThat(told.path("passed").asBoolean()).isFalse();
        assertThat(told.at("/files/0/tests/0/passed").asBoolean()).isTrue();
        assertThat(told.at("/policies/0/rules/0/covered").asBoolean()).isFalse();
    }

    @Test
    void tells_the_problems_of_tests_and_of_their_policy() throws IOException {
        Run run = Run.of("policy", "test", given(POLICY, TESTS.replace("outcome: deny", "outcom: deny")));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("p.tests.yaml:6:15: the key 'outcom' is unknown; did you mean 'outcome'?");
        Run other = Run.of("policy", "test", given(POLICY.replace("deny:", "dney:"), TESTS));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("p.yaml:9:5: the key 'dney' is unknown; did you mean 'deny'?");
    }

    @Test
    void cannot_run_what_is_not_there() throws IOException {
        assertThat(Run.of("policy", "test", folder.toString()))
                .matches(run -> run.exitCode() == 2)
                .extracting(Run::err)
                .asString()
                .startsWith(folder + " cannot be read: no file in it or below is called *.tests.yaml");
        String alone =
                Files.writeString(folder.resolve("alone.tests.yaml"), TESTS).toString();
        assertThat(Run.of("policy", "test", alone))
                .matches(run -> run.exitCode() == 2)
                .extracting(Run::err)
                .isEqualTo(folder.resolve("alone.yaml") + " cannot be read: there is no such file\n");
    }

    private String given(String policy, String tests) throws IOException {
        Files.writeString(folder.resolve("p.yaml"), policy);
        return Files.writeString(folder.resolve("p.tests.yaml"), tests).toString();
    }
}
