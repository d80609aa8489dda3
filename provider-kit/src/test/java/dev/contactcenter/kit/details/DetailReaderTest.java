package dev.contactcenter.kit.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.language.DetailTerms.Use;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;

@DisplayName("authorization_details")
class DetailReaderTest {

    private static final ActionDetail WHOLE = new ActionDetail(
            Set.of("recording:play", "transcript:view"), "R-7", "call-1", Set.of("agent", "text"), Use.REPEATED);

    @Test
    void have_actions_and_what_they_are_about() {
        DetailReading read = DetailReader.read("""
                [{"type":"contact_center_action","actions":["recording:play","transcript:view"],
                  "identifier":"R-7","interaction":"call-1","fields":["text","agent"]}]""");

        assertThat(read).isEqualTo(new DetailReading.Read(List.of(WHOLE)));
    }

    @Test
    void come_back_from_a_token_as_they_went_in() {
        ActionDetail once = WHOLE.serving(Use.ONCE);
        var token = new AccessToken();
        token.setAuthorizationDetails(List.of(once.told()));

        assertThat(DetailReader.of(token)).containsExactly(once);
    }

    @Test
    void of_another_type_are_left_to_others() {
        assertThat(DetailReader.read("[{\"type\":\"openid_credential\",\"any\":{}}]"))
                .isEqualTo(new DetailReading.OfOthers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "17",
                "[]",
                "[[]]",
                "[null]",
                "{}",
                "[{}]",
                "[{\"type\":null}]",
                "[{\"type\":\"contact_center_action\"}]",
                "[{\"type\":\"contact_center_action\",\"actions\":null}]",
                "[{\"type\":\"contact_center_action\",\"actions\":\"a:b\"}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\",\"a:b\"]}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\",7]}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:*\"]}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"],\"use\":\"repeated\"}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"],\"fields\":[]}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"],\"interaction\":\"\"}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"],\"interaction\":\"two words\"}]",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"]}] []",
                "[{\"type\":\"contact_center_action\",\"actions\":[\"a:b\"]},{\"type\":\"other\"}]"
            })
    void are_refused_if_anything_is_not_as_it_should_be(String parameter) {
        assertThat(DetailReader.read(parameter)).isInstanceOf(DetailReading.Refused.class);
    }

    @Test
    void cover_what_asks_for_less_and_nothing_else() {
        assertThat(WHOLE.covers(WHOLE)).isTrue();
        assertThat(WHOLE.covers(
                        new ActionDetail(Set.of("recording:play"), "R-7", "call-1", Set.of("text"), Use.REPEATED)))
                .isTrue();
        assertThat(List.of(
                        new ActionDetail(Set.of("recording:play"), "R-7", "call-1", Set.of(), Use.REPEATED),
                        new ActionDetail(Set.of("recording:play"), "", "call-1", Set.of("text"), Use.REPEATED),
                        new ActionDetail(Set.of("recording:play"), "R-7", "call-2", Set.of("text"), Use.REPEATED),
                        new ActionDetail(Set.of("queue:monitor"), "R-7", "call-1", Set.of("text"), Use.REPEATED),
                        new ActionDetail(Set.of("recording:play"), "R-7", "call-1", Set.of("iban"), Use.REPEATED)))
                .noneMatch(WHOLE::covers);
    }
}
