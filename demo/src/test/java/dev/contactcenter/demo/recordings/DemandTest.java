package dev.contactcenter.demo.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.contactcenter.demo.recordings.Demand.Assurance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A resource server's demand")
class DemandTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String STEP_UP = "Bearer realm=\"contact-center\", error=\"insufficient_user_authentication\","
            + " error_description=\"A more recent or stronger authentication is required\","
            + " acr_values=\"phr\", max_age=\"300\"";

    private final Demand playback = new Demand(
            "recording:play", "recordings-api", new Assurance(List.of("phr", "phrh"), Duration.ofMinutes(5)));
    private final Demand queues = new Demand("queue:monitor", "crm-api", Assurance.ANY);

    @ParameterizedTest(name = "{0}, {1} s old")
    @CsvSource({"phr, 0", "phr, 300", "phrh, 10"})
    void is_met_by_a_recent_passkey(String acr, long age) {
        assertThat(playback.judge(token("recording:play", "recordings-api", acr, age), NOW))
                .isEqualTo(new Verdict.Granted());
    }

    @ParameterizedTest(name = "{0}, {1} s old")
    @CsvSource({"phr, 301", "password, 0", "PHR, 0"})
    void asks_for_a_step_up_if_the_proof_is_weak_or_old(String acr, long age) {
        assertThat(playback.judge(token("recording:play", "recordings-api", acr, age), NOW))
                .isEqualTo(new Verdict.Refused(401, STEP_UP));
    }

    @Test
    void asks_for_a_step_up_if_the_token_lost_the_action() {
        assertThat(playback.judge(token("queue:monitor", "crm-api", "phr", 400), NOW))
                .isEqualTo(new Verdict.Refused(401, STEP_UP + ", scope=\"recording:play\""));
    }

    @Test
    void takes_no_token_that_is_meant_for_another_api() {
        assertThat(playback.judge(token("recording:play", "crm-api", "phr", 0), NOW))
                .isEqualTo(new Verdict.Refused(
                        401,
                        "Bearer realm=\"contact-center\", error=\"invalid_token\","
                                + " error_description=\"The token is not meant for recordings-api\""));
    }

    @Test
    void names_the_scope_that_is_missing_where_a_step_up_would_not_help() {
        assertThat(queues.judge(token("record:view", "crm-api", "password", 0), NOW))
                .isEqualTo(new Verdict.Refused(
                        403,
                        "Bearer realm=\"contact-center\", error=\"insufficient_scope\","
                                + " error_description=\"Insufficient scope\", scope=\"queue:monitor\""));
    }

    @Test
    void asks_a_stranger_for_a_token_without_an_error_code() {
        assertThat(Demand.tokenMissing()).isEqualTo(new Verdict.Refused(401, "Bearer realm=\"contact-center\""));
    }

    private static JWTClaimsSet token(String scope, String audience, String acr, long age) {
        return new JWTClaimsSet.Builder()
                .claim("scope", "openid " + scope)
                .audience(audience)
                .claim("acr", acr)
                .claim("auth_time", NOW.getEpochSecond() - age)
                .build();
    }
}
