package dev.contactcenter.listeners.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.kit.record.Circumstances;
import dev.contactcenter.kit.record.DecisionRecord;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference of decision records")
class RecordReferenceTest {

    private static final Set<String> UNWRAPPED = Set.of("grounds", "circumstances");

    private static String reference = "";

    @BeforeAll
    static void read() throws IOException {
        reference = Files.readString(Path.of("../docs/reference/decision-records.md"), UTF_8);
    }

    @Test
    void has_a_row_for_each_member() {
        Set<String> members = new TreeSet<>();
        Stream.of(DecisionRecord.class, DecisionRecord.Grounds.class, Circumstances.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !UNWRAPPED.contains(name))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .forEach(members::add);

        assertThat(members)
                .hasSizeGreaterThan(25)
                .allSatisfy(member -> assertThat(reference).contains("| `" + member + "` |"));
    }

    @Test
    void names_each_event_and_each_disposition() {
        for (RecordKind kind : RecordKind.values()) {
            if (kind.compareTo(RecordKind.TOKEN_USE) > 0 && kind != RecordKind.OTHER) {
                assertThat(reference).contains("| `" + kind.code() + "` |");
            }
        }
        for (Disposition disposition : Disposition.values()) {
            assertThat(reference).contains("| " + disposition.id() + " " + disposition.caption() + " |");
        }
    }
}
