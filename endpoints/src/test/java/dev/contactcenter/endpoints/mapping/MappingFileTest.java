package dev.contactcenter.endpoints.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mapping file")
final class MappingFileTest {

    private static final String PLACES = "deviceMapping: 1\nid: [/id]\nobservedAt: [/at]\n";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    words: { compliance: [{ at: /c, words: { ok: yes }}]}      | 'yes' is no word of compliance: compliant, noncompliant, unknown
                    words: { compliance: [{ at: /c, words: { "*": compliant }}]} | '*' alone would turn words that nobody knows into 'compliant'
                    words: { compliant: []}                                    | words.compliant is not one of compliance
                    words: { compliance: [{ at: c, words: {}}]}                | must start with '/'
                    words: { compliance: [{ words: {}}]}                       | a table without 'at'
                    word: {}                                                   | Unrecognized field "word"
                    owner: [/a]\\nowner: [/b]                                  | Duplicate field 'owner'
                    """)
    void with_a_mistake_is_refused_and_says_where(String line, String problem) {
        assertThatThrownBy(() -> MappingFile.read("own", PLACES + line.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The mapping 'own' cannot be used: ")
                .hasMessageContaining(problem);
    }

    @Test
    void that_does_not_say_when_a_device_was_seen_is_refused() {
        assertThatThrownBy(() -> MappingFile.read("own", "deviceMapping: 1\nid: [/id]\n"))
                .hasMessageContaining("observedAt is missing");
    }

    @Test
    void of_the_operator_takes_the_place_of_one_of_the_pack(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("jamf.yaml"), PLACES);
        Files.writeString(folder.resolve("desks.yaml"), PLACES);

        Mappings mappings = Mappings.load(folder.toString());

        assertThat(mappings.names()).containsExactly("desks", "fleet", "intune", "jamf", "osquery");
        assertThat(mappings.find("jamf").orElseThrow().list()).isEmpty();
    }

    @Test
    void is_looked_for_in_a_folder_that_must_be_there() {
        assertThatThrownBy(() -> Mappings.load("/nowhere/at/all"))
                .hasMessage("The folder of mappings cannot be read: /nowhere/at/all");
    }
}
