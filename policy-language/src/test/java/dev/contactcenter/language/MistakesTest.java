package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases are files, see src/test/resources/mistakes/README.md. */
@DisplayName("A mistake in a policy")
class MistakesTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

    private static final String REFRESH = "mvn -pl policy-language -am test -Dtest=MistakesTest -Dgolden.refresh=true";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_told_with_its_place_and_what_would_be_right(Golden golden) {
        String current = report(golden.policy());
        if (Boolean.getBoolean("golden.refresh")) {
            golden.write(current);
            return;
        }

        assertThat(current)
                .as("%s differs. If the new report is as good as the old one, write all anew with: %s", golden, REFRESH)
                .isEqualTo(golden.report());
    }

    static Stream<Golden> is_told_with_its_place_and_what_would_be_right() {
        return Golden.all();
    }

    private static String report(String policy) {
        List<Problem> problems = switch (PolicyDocument.read(policy.getBytes(UTF_8), RealmNames.NOT_TOLD, TODAY)) {
            case Reading.Valid valid -> valid.warnings();
            case Reading.Invalid invalid -> invalid.problems();
        };
        String report = new ProblemReport("policy.yaml", policy).of(problems);
        return report.isEmpty() ? "" : report + "\n";
    }
}
