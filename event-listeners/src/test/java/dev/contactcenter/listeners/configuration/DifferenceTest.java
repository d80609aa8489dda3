package dev.contactcenter.listeners.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What differs between two configurations")
final class DifferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void is_the_members_and_elements_that_are_not_the_same() throws Exception {
        Difference difference = between(
                "{\"same\": 1, \"inner\": {\"kept\": true, \"gone\": 2}, \"list\": [\"a\", \"b\"]}",
                "{\"same\": 1, \"inner\": {\"kept\": true, \"new\": 3}, \"list\": [\"a\", \"c\"]}");

        assertThat(difference.was().toString()).isEqualTo("{\"inner\":{\"gone\":2},\"list\":[\"b\"]}");
        assertThat(difference.is().toString()).isEqualTo("{\"inner\":{\"new\":3},\"list\":[\"c\"]}");
    }

    @Test
    void of_lists_that_are_not_of_one_length_is_all_of_them() throws Exception {
        Difference difference = between("{\"list\": [\"a\", \"b\"]}", "{\"list\": [\"b\"]}");

        assertThat(difference.was().toString()).isEqualTo("{\"list\":[\"a\",\"b\"]}");
        assertThat(difference.is().toString()).isEqualTo("{\"list\":[\"b\"]}");
    }

    @Test
    void is_found_behind_much_that_stays_as_it_was() {
        String before = "#".repeat(100_000);
        String after = "-".repeat(100_000);

        Difference difference = Difference.of(
                JSON.valueToTree(Map.of("policy", before + "deny" + after)),
                JSON.valueToTree(Map.of("policy", before + "permit" + after)));

        assertThat(difference.was().path("policy").asText())
                .isEqualTo("…" + "#".repeat(200) + "deny" + "-".repeat(200) + "…");
        assertThat(difference.is().path("policy").asText())
                .isEqualTo("…" + "#".repeat(200) + "permit" + "-".repeat(200) + "…");
    }

    @Test
    void of_what_was_put_in_or_taken_out_shows_the_place() {
        Difference difference =
                Difference.of(JSON.valueToTree(Map.of("t", "aaaa")), JSON.valueToTree(Map.of("t", "aaaaa")));

        assertThat(difference.was().path("t").asText()).isEqualTo("aaaa");
        assertThat(difference.is().path("t").asText()).isEqualTo("aaaaa");
    }

    @Test
    void never_cuts_a_character_in_two() {
        String many = "\uD83D\uDE00".repeat(300);

        Difference difference = Difference.of(
                JSON.valueToTree(Map.of("t", many + "x" + many)), JSON.valueToTree(Map.of("t", "y" + many + many)));

        assertThat(difference.was().path("t").asText().codePoints())
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        assertThat(difference.is().path("t").asText().codePoints())
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static Difference between(String was, String is) throws Exception {
        return Difference.of(JSON.readTree(was), JSON.readTree(is));
    }
}
