package dev.contactcenter.listeners.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pseudonyms")
class PseudonymsTest {

    private static final String KEY = "a-key-of-the-tests-that-is-long-enough";
    private static final String RECORD =
            "{\"realm\":\"r\",\"actor\":{\"username\":\"agent\",\"user_id\":\"u-1\",\"session\":\"s-1\",\"address\":\"192.0.2.1\"},"
                    + "\"about\":{\"to_username\":\"agent\",\"user_id\":\"u-1\",\"device\":\"d-1\"}}";

    private static ObjectNode applied(String members, String key, String record) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(record);
        Pseudonyms.of(members, key).apply(json);
        return json;
    }

    /** printf 'r\nusername\nagent' | openssl dgst -sha256 -hmac 'a-key-of-the-tests-that-is-long-enough' | cut -c1-32 */
    @Test
    void can_be_worked_out_again_by_whoever_has_the_key() throws JsonProcessingException {
        assertThat(applied("username", KEY, RECORD).at("/actor/username").asText())
                .isEqualTo("p-aa4f2f73b05c7f4c1e4316f874d174f4");
    }

    @Test
    void stand_for_the_same_person_wherever_she_is_named() throws JsonProcessingException {
        ObjectNode record = applied("username", KEY, RECORD);

        assertThat(record.at("/about/to_username")).isEqualTo(record.at("/actor/username"));
    }

    @Test
    void leave_nothing_personal_and_all_else() throws JsonProcessingException {
        ObjectNode record = applied("username, user-id, address", KEY, RECORD);

        assertThat(record.toString()).doesNotContain("agent", "u-1", "192.0.2.1");
        assertThat(record.at("/actor/session").asText()).isEqualTo("s-1");
        assertThat(record.at("/about/device").asText()).isEqualTo("d-1");
    }

    @Test
    void differ_with_the_key_and_with_the_realm() throws JsonProcessingException {
        String one = applied("username", KEY, RECORD).at("/actor/username").asText();

        assertThat(applied("username", KEY + "2", RECORD).at("/actor/username").asText())
                .isNotEqualTo(one);
        assertThat(applied("username", KEY, RECORD.replace("\"r\"", "\"r2\""))
                        .at("/actor/username")
                        .asText())
                .isNotEqualTo(one);
    }

    @Test
    void of_what_is_no_member_are_refused_in_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pseudonyms.of("email", KEY))
                .withMessage(
                        "Server option 'spi-contact-center-recorder--outbox--pseudonyms' cannot be used: 'email' is not one of"
                                + " username, user-id, address");
    }
}
