package dev.contactcenter.signals.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.kit.signal.Telling;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;

/** Issued at 1000, good until 1300, and now it is 1100; the clocks may be 30 seconds apart. */
@DisplayName("The claims of a posture token")
final class ClaimsCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1100);
    private static final String GOOD = "{'iss':'agent','aud':'realm','sub':'cc-0412','jti':'1','iat':1000,'exp':1300}";

    @Test
    void count_if_they_are_for_this_realm_and_moment() {
        assertThat(fault(GOOD, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'aud':['other','realm']", "'aud':'realm','sid':'session-1'", "'aud':'realm','nbf':1129"})
    void may_say_more(String audience) {
        assertThat(fault(GOOD.replace("'aud':'realm'", audience), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'agent'        | 'Agent'                     | the token's iss is not the issuer of this source",
                "'realm'        | 'realm2'                    | the token's aud is not the audience of this source",
                "'realm'        | ['realm2',{}]               | the token's aud is not the audience of this source",
                "'realm'        | 'realm','sid':'session-2'   | the token's sid is another session",
                "'cc-0412'      | 412                         | the token's sub is not the id of a device",
                "'cc-0412'      | 'a\\nb'                     | the token's sub is not the id of a device",
                "'jti':'1'      | 'jti':''                    | the token's jti is missing or too long",
                "'jti':'1',     | \"\"                        | the token's jti is missing or too long",
                "1000           | '1000'                      | the token's iat or exp is not a moment in seconds",
                "1000           | 1000.5                      | the token's iat or exp is not a moment in seconds",
                "1300           | 99999999999999999999        | the token's iat or exp is not a moment in seconds",
                "1300           | 9999999999999               | the token's iat or exp is not a moment in seconds",
                "1300           | 1300,'nbf':'soon'           | the token's nbf is not a moment in seconds",
                "1300           | 4601                        | \"the token lives longer than PT1H, or not at all\"",
                "1300           | 999                         | \"the token lives longer than PT1H, or not at all\"",
            })
    void do_not_count_otherwise(String right, String wrong, String detail) {
        assertThat(fault(GOOD.replace(right, wrong), NOW)).contains(new Telling.Failed(Absence.MALFORMED, detail));
    }

    @Test
    void that_name_a_session_do_not_count_where_there_is_none() throws JsonProcessingException {
        assertThat(check(GOOD.replace("'1'", "'1','sid':''"), NOW, "")).isPresent();
    }

    @Test
    void are_stale_from_the_skew_after_they_expired() {
        assertThat(fault(GOOD, Instant.ofEpochSecond(1329))).isEmpty();
        assertThat(fault(GOOD, Instant.ofEpochSecond(1330)))
                .contains(new Telling.Failed(Absence.STALE, "the token expired at 1970-01-01T00:21:40Z"));
    }

    @Test
    void of_another_are_not_only_stale() {
        assertThat(fault(GOOD.replace("realm", "other"), Instant.ofEpochSecond(9000)))
                .get()
                .extracting(Telling.Failed::why)
                .isEqualTo(Absence.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000,'nbf':1000"})
    void may_be_issued_in_the_future_by_no_more_than_the_skew(String issued) {
        String claims = GOOD.replace("1000", issued);

        assertThat(fault(claims, Instant.ofEpochSecond(970))).isEmpty();
        assertThat(fault(claims, Instant.ofEpochSecond(969)))
                .contains(new Telling.Failed(
                        Absence.MALFORMED, "the token is from the future; do the clocks of issuer and server agree?"));
    }

    private static Optional<Telling.Failed> fault(String claims, Instant now) {
        try {
            return check(claims, now, "session-1");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<Telling.Failed> check(String claims, Instant now, String session)
            throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(claims.replace('\'', '"'));
        return new ClaimsCheck(settings()).fault(json, session, now);
    }

    private static PostureTokenSettings settings() {
        var component = new ComponentModel();
        component.put("issuer", "agent");
        component.put("audience", "realm");
        component.put("jwksUrl", "https://posture.example.test/jwks.json");
        return PostureTokenSettings.of(component);
    }
}
