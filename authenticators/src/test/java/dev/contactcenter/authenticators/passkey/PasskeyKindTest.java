package dev.contactcenter.authenticators.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.session.PasskeyFacts;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A step that takes passkeys of kind")
class PasskeyKindTest {

    @ParameterizedTest(name = "{0} answers a passkey with UV={1} and BE={2} with {3}")
    @CsvSource(
            nullValues = "welcome",
            value = {
                "ANY,          true,  true,  welcome",
                "ANY,          true,  false, welcome",
                "ANY,          false, false, passkey_not_verified",
                "DEVICE_BOUND, true,  false, welcome",
                "DEVICE_BOUND, true,  true,  passkey_not_device_bound",
                "DEVICE_BOUND, false, true,  passkey_not_verified",
            })
    void says_why_it_does_not_take_one(PasskeyKind kind, boolean verified, boolean backupEligible, String reason) {
        var facts = new PasskeyFacts(verified, backupEligible, false, "0", "");

        assertThat(kind.objection(facts)).isEqualTo(Optional.ofNullable(reason).map(Reason::new));
    }
}
