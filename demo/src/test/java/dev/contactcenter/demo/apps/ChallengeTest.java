package dev.contactcenter.demo.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A challenge of a resource server")
class ChallengeTest {

    @Test
    void asks_for_a_level_and_a_scope_in_the_form_of_rfc_9470() {
        String header = "Bearer realm=\"contact-center\", error=\"insufficient_user_authentication\","
                + " acr_values=\"phr phrh\", max_age=\"300\", scope=\"recording:play\"";

        ApiAnswer answer = Challenge.read(401, header);

        assertThat(answer)
                .isEqualTo(new ApiAnswer.StepUpAsked(
                        new Challenge(List.of(new ACR("phr"), new ACR("phrh")), new Scope("recording:play"), header)));
    }

    @Test
    void asks_for_a_scope_in_the_form_of_rfc_6750() {
        String header = "Bearer error=\"insufficient_scope\", scope=\"queue:monitor\"";

        assertThat(Challenge.read(403, header))
                .isEqualTo(new ApiAnswer.StepUpAsked(new Challenge(List.of(), new Scope("queue:monitor"), header)));
    }

    @Test
    void asks_for_nothing_if_the_token_is_invalid() {
        String header = "Bearer error=\"invalid_token\"";

        assertThat(Challenge.read(401, header)).isEqualTo(new ApiAnswer.Refused(401, header));
    }

    @Test
    void asks_for_nothing_if_there_is_no_header() {
        assertThat(Challenge.read(500, "")).isEqualTo(new ApiAnswer.Refused(500, ""));
    }
}
