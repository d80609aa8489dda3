package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The signature of a webhook")
class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    @Test
    void is_the_one_of_the_example_that_the_libraries_of_standard_webhooks_are_tested_with() {
        assertThat(WebhookSignature.by(SECRET).of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void is_two_while_a_receiver_changes_its_secret() {
        assertThat(WebhookSignature.by(SECRET + " " + SECRET).of("msg_1", 1, BODY))
                .matches("v1,[^ ]+ v1,[^ ]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_?", "whsec_"})
    void is_not_made_with_a_secret_that_can_be_guessed_or_is_none(String secret) {
        assertThatThrownBy(() -> WebhookSignature.by(secret))
                .hasMessage("it is not whsec_ and 24 to 64 bytes in base64");
    }
}
