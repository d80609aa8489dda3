package dev.contactcenter.kit.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.kit.keys.SignedToken.Reading;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A signed token")
final class SignedTokenTest {

    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"posture+jwt\",\"kid\":\"k1\"}";

    @Test
    void is_read_from_its_compact_form() {
        assertThat(read(compact(HEADER, "{\"sub\":\"cc-0412\"}")))
                .isInstanceOfSatisfying(Reading.Legible.class, legible -> {
                    assertThat(legible.token().algorithm()).isEqualTo("ES256");
                    assertThat(legible.token().kid()).isEqualTo("k1");
                    assertThat(legible.token().claims().path("sub").asText()).isEqualTo("cc-0412");
                });
    }

    @ParameterizedTest
    @MethodSource("others")
    void is_nothing_else(String text, String why) {
        assertThat(read(text)).isEqualTo(new Reading.Illegible(why));
    }

    private static Stream<Arguments> others() {
        String json = "the token is not made of Base64 and JSON";
        return Stream.of(
                Arguments.of("hello", "the token is not a signed JWT"),
                Arguments.of("a.b.", "the token is not a signed JWT"),
                Arguments.of("a.b.c.d.e", "the token is not a signed JWT"),
                Arguments.of("a=.b=.c=", "the token is not a signed JWT"),
                Arguments.of("x".repeat(8193), "the token has more than 8192 characters"),
                Arguments.of("abcd.abcd.abcd", json),
                Arguments.of(compact("[]", "{}"), json),
                Arguments.of(compact(HEADER, "null"), json),
                Arguments.of(compact(HEADER, "{} {}"), json),
                Arguments.of(compact(HEADER, "{\"sub\":\"a\",\"sub\":\"b\"}"), json),
                Arguments.of(compact(HEADER, "[".repeat(5000)), json),
                Arguments.of(compact(HEADER.replace("posture+jwt", "JWT"), "{}"), "the token's typ is not posture+jwt"),
                Arguments.of(
                        compact(HEADER.replace("}", ",\"crit\":[\"b64\"]}"), "{}"),
                        "the token's header has crit, and no extension is understood"),
                Arguments.of(compact(HEADER.replace("k1", "k\\n1"), "{}"), "the token's kid names no key"),
                Arguments.of(compact(HEADER.replace("kid", "x"), "{}"), "the token's kid names no key"));
    }

    private static Reading read(String text) {
        return SignedToken.read(text, "posture+jwt", 8192);
    }

    private static String compact(String header, String claims) {
        return encoded(header) + "." + encoded(claims) + ".c2lnbmVk";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
