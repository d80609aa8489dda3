package dev.contactcenter.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reason")
class ReasonTest {

    @Test
    void has_a_stable_code() {
        assertThat(Reason.OWN)
                .map(Reason::code)
                .containsExactlyInAnyOrder(
                        "action_unknown",
                        "action_not_granted",
                        "mode_unknown",
                        "mode_not_eligible",
                        "several_modes_requested",
                        "mode_not_chosen",
                        "mode_not_offered",
                        "mode_not_current",
                        "no_valid_policy",
                        "assurance_unreachable",
                        "passkey_not_enrolled",
                        "passkey_not_verified",
                        "passkey_not_device_bound",
                        "device_revoked",
                        "platform_enrolment_on_shared_device",
                        "audience_mismatch",
                        "exchange_wider_than_subject",
                        "wider_than_service",
                        "client_key_required",
                        "token_rate_exceeded",
                        "session_max_reached",
                        "session_idle_reached",
                        "session_revoked",
                        "session_restricted",
                        "justification_missing",
                        "single_use_token",
                        "approval_missing",
                        "approval_of_own_request",
                        "approval_not_open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "No", "not-here", "1st", "_x", "a b", "a234567890123456789012345678901234567890123456789"})
    void is_never_misshapen(String code) {
        assertThatThrownBy(() -> new Reason(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A reason is lower snake case of at most 48 characters, not: " + code);
    }
}
