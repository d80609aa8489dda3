package dev.contactcenter.mappers.lastline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A refusal at the token endpoint")
class TokenRefusalTest {

    private static final Grounds GROUNDS = Grounds.none("test");

    @Test
    void says_that_proving_more_would_help() {
        var stepUp =
                new Decision.StepUp(new Demand("phr", Bound.atMost(Duration.ofMinutes(5))), Obligations.NONE, GROUNDS);

        assertThat(TokenRefusal.of(stepUp))
                .isEqualTo(new TokenRefusal(
                        "insufficient_user_authentication",
                        "step_up_required: a more recent or stronger authentication is needed, at least phr"));
    }

    @Test
    void begins_with_the_reason_of_a_denial() {
        assertThat(TokenRefusal.of(new Decision.Deny(Reason.ACTION_NOT_GRANTED, GROUNDS)))
                .isEqualTo(new TokenRefusal(
                        "access_denied",
                        "action_not_granted: the policy of this realm does not grant what was asked for"));
    }

    @Test
    void of_a_session_that_ended_is_one_that_apps_sign_in_anew_for() {
        assertThat(TokenRefusal.of(new Decision.Deny(Reason.SESSION_IDLE_REACHED, GROUNDS)))
                .isEqualTo(new TokenRefusal(
                        "invalid_grant",
                        "session_idle_reached: the session has ended; the person has to sign in again"));
    }
}
