package dev.contactcenter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Checking policies")
class CheckCommandsTest {

    @TempDir
    private Path folder;

    private String good;
    private String mistaken;
    private String doubtful;

    @BeforeEach
    void write() throws IOException {
        good = write("good.yaml", Samples.SMALL);
        mistaken = write("mistaken.yaml", Samples.MISTAKEN);
        doubtful = write("doubtful.yaml", Samples.DOUBTFUL);
    }

    @Test
    void says_of_a_valid_policy_what_it_is() {
        assertThat(Run.of("policy", "validate", good))
                .isEqualTo(new Run(0, good + ": valid; revision r1, 1 actions, 1 modes, 0 rules\n", ""));
        assertThat(Run.of("policy", "validate", Samples.POLICY).exitCode()).isZero();
    }

    @Test
    void tells_every_problem_with_its_place() {
        assertThat(Run.of("policy", "validate", mistaken)).isEqualTo(new Run(1, """
                        %1$s:4:25: the key 'tier' is missing; write for example tier: 1
                            4 | actions: { record:view: { teir: 0 } }
                              |                         ^
                        %1$s:4:27: the key 'teir' is unknown; did you mean 'tier'?
                            4 | actions: { record:view: { teir: 0 } }
                              |                           ^~~~
                        """.formatted(mistaken), ""));
    }

    @Test
    void checks_several_files_and_fails_if_one_does() {
        Run run = Run.of("policy", "validate", good, mistaken, doubtful);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(good + ": valid", mistaken + ":4:27: the key 'teir'", doubtful + ": valid")
                .contains("1 warnings (see: policy lint)");
    }

    @Test
    void goes_on_after_a_file_that_cannot_be_read() {
        Run run = Run.of("policy", "validate", folder + "/none.yaml", folder.toString(), "\u0000", good);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).startsWith(good + ": valid");
        assertThat(run.err()).isEqualTo("""
                        %1$s/none.yaml cannot be read: there is no such file
                        %1$s cannot be read: it is a directory; name the files in it
                        \u0000 cannot be read: this is not the name of a file
                        """.formatted(folder));
    }

    @Test
    void says_what_the_system_says_of_a_file_that_it_cannot_open() {
        assertThat(Run.of("policy", "validate", good + "/below"))
                .isEqualTo(new Run(2, "", good + "/below cannot be read: Not a directory\n"));
    }

    @Test
    void reads_standard_input() {
        assertThat(Run.withInput(Samples.SMALL, "policy", "validate", "-").out())
                .startsWith("<stdin>: valid;");
        assertThat(Run.withInput("", "policy", "validate", "-"))
                .isEqualTo(new Run(1, "<stdin>:1:1: the policy is empty; start with 'contactCenterPolicy: 1'\n", ""));
    }

    @Test
    void does_not_read_a_huge_file_to_its_end() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(20L << 30);
        }

        assertThat(Run.of("policy", "validate", huge.toString()))
                .isEqualTo(new Run(
                        1,
                        huge + ":1:1: the policy has more than 4194304 bytes;"
                                + " at most 1048576 characters can be read\n",
                        ""));
    }

    @Test
    void answers_programs_in_json() {
        Run run = Run.of("policy", "validate", "--format", "json", mistaken, good);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"severity\" : \"error\"", "\"line\" : 4", "\"column\" : 27", "\"length\" : 4")
                .contains("\"path\" : \"actions.record:view.teir\"", "\"suggestion\" : \"did you mean 'tier'?\"")
                .contains("\"passed\" : true");
    }

    @Test
    void warns_without_failing_unless_it_is_strict() {
        Run run = Run.of("policy", "lint", doubtful);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(
                        doubtful + ":4:38: warning: no mode or service grants this action, so it is always denied;");
        assertThat(Run.of("policy", "lint", "--strict", doubtful).exitCode()).isEqualTo(1);
        assertThat(Run.of("policy", "lint", "--strict", good))
                .isEqualTo(new Run(0, good + ": nothing to warn about\n", ""));
        assertThat(Run.of("policy", "lint", mistaken).exitCode()).isEqualTo(1);
    }

    @Test
    void warns_of_what_the_realm_does_not_have() throws IOException {
        String realm = write("realm.json", """
                {"realm": "r", "attributes": {"acr.loa.map": "{\\"password\\": 1}"},
                 "roles": {"realm": [{"name": "agent"}]}, "clientScopes": [{"name": "record:view"}]}
                """);

        assertThat(Run.of("policy", "lint", "--realm", realm, good).out())
                .contains("the realm has no client scope 'mode:agent'")
                .contains("the realm has no realm role 'agents'; did you mean 'agent'?")
                .doesNotContain("ACR", "'record:view'");
        assertThat(Run.of("policy", "lint", "--realm", Samples.REALM, Samples.POLICY)
                        .out())
                .doesNotContain("not-in-realm");
    }

    @Test
    void warns_of_groups_that_the_realm_does_not_have() throws IOException {
        String realm = write("groups.json", """
                {"realm": "r", "groups": [{"name": "pilot", "subGroups": [{"name": "hotel-desk"}]}]}
                """);
        String policy = write("groups.yaml", Samples.SMALL + """
                breakGlass: { groups: [/break-glass], require: { acr: password } }
                rollout: { groups: [/pilot, /pilot/hotel-desks] }
                """);

        assertThat(Run.of("policy", "lint", "--realm", realm, policy).out())
                .contains(":6:1: warning: nobody in the realm can be a break-glass account")
                .contains(
                        ":7:29: warning: the realm has no group '/pilot/hotel-desks'; did you mean '/pilot/hotel-desk'?")
                .doesNotContain("'/pilot';");
    }

    @Test
    void knows_which_day_it_is() throws IOException {
        String policy = write("ended.yaml", Samples.SMALL + """
                breakGlass: { groups: [/break-glass], require: { acr: password } }
                rules:
                  - id: closed
                    actions: [record:view]
                    deny: { reason: closed }
                    except: [{ groups: [/pilot], until: 2001-01-31, reason: pilot, approvedBy: CISO office }]
                """);

        assertThat(Run.of("policy", "lint", policy).out())
                .contains("this exception ended at 2001-02-01T00:00Z; take it out [exception-ended]");
        assertThat(Run.of("policy", "lint", "--format", "json", policy).out())
                .contains("\"code\" : \"exception-ended\"");
        assertThat(Run.of("policy", "validate", policy).out()).contains("1 warnings (see: policy lint)");
    }

    @Test
    void says_what_is_wrong_with_the_realm() throws IOException {
        String none = write("none.json", "[]");
        String broken = write("broken.json", "{\"realm\": ");

        assertThat(Run.of("policy", "lint", "--realm", none, good).err())
                .startsWith(none + " is not a realm export: it has no 'realm'\n");
        assertThat(Run.of("policy", "lint", "--realm", broken, good).err())
                .startsWith(broken + " is not a realm export: Unexpected end-of-input");
        Run run = Run.of("policy", "lint", "--realm", folder + "/nowhere.json", good);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(folder + "/nowhere.json cannot be read: there is no such file\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
