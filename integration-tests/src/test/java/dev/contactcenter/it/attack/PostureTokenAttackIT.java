package dev.contactcenter.it.attack;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static dev.contactcenter.it.signals.DeviceRealm.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import dev.contactcenter.it.signals.PostureTokenText;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever has the password and no compliant device would like to look as if. */
@Tag("attack")
@Tag("signals")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A posture token that is not right")
final class PostureTokenAttackIT {

    private static final String FORGED = "endpoint agent malformed ";

    private final PostureIssuer issuer = new PostureIssuer();
    private final KeycloakServer server;
    private final DeviceRealm realm;

    PostureTokenAttackIT(KeycloakServer server) {
        this.server = server;
        this.realm = DeviceRealm.of(server, "forged");
    }

    @BeforeAll
    void configure() {
        realm.trust(issuer, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        issuer.close();
    }

    private static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery(
                        "of another audience",
                        token -> token.claim("aud", "other").signed(),
                        "the token's aud is not"),
                forgery(
                        "of another issuer",
                        token -> token.claim("iss", "other").signed(),
                        "the token's iss is not"),
                forgery(
                        "for another session",
                        token -> token.claim("sid", "other").signed(),
                        "the token's sid is"),
                forgery("of another type", token -> token.header("typ", "JWT").signed(), "the token's typ is not"),
                forgery("with alg none", PostureTokenText::unsigned, "the token is not a signed JWT"),
                forgery(
                        "with alg none and a signature",
                        token -> token.header("alg", "none").signed(),
                        "the token is not signed with one of"),
                forgery(
                        "with HS256 and the public key",
                        PostureTokenText::signedWithThePublicKey,
                        "the token is not signed with one of"),
                forgery(
                        "with RS256 in name only",
                        token -> token.header("alg", "RS256").signed(),
                        "the token's signature is not the issuer's"),
                forgery(
                        "of another key",
                        token -> token.key(PostureIssuer.FIRST_KEY, PostureIssuer.newKey())
                                .signed(),
                        "the token's signature is not the issuer's"),
                forgery(
                        "of a key that the issuer does not have",
                        token -> token.key("other", PostureIssuer.newKey()).signed(),
                        "the token is signed with a key that the issuer does not have"),
                forgery(
                        "that names a place of its own for the key",
                        token -> token.header("jku", "http://127.0.0.1:1/jwks.json")
                                .key("other", PostureIssuer.newKey())
                                .signed(),
                        "the token is signed with a key that the issuer does not have"),
                forgery(
                        "that is oversized",
                        token -> token.claim("padding", "x".repeat(7000)).signed(),
                        "the token has more than 8192 characters"),
                forgery(
                        "that lives for a day",
                        token -> token.claim("exp", System.currentTimeMillis() / 1000 + 86_400)
                                .signed(),
                        "the token lives longer than PT1H"),
                forgery("from the future", token -> token.issuedAfter(90).signed(), "the token is from the future"),
                forgery(
                        "with a word that nobody knows",
                        token -> token.compliance("very").signed(),
                        "the token's posture cannot be used"),
                forgery("that is garbage", ignored -> "compliant", "the token is not a signed JWT"));
    }

    private static Arguments forgery(String what, Function<PostureTokenText, String> forge, String detail) {
        return Arguments.of(what, forge, detail);
    }

    @ParameterizedTest(name = "{0} proves nothing")
    @MethodSource("forgeries")
    void proves_nothing(String what, Function<PostureTokenText, String> forge, String detail) {
        JsonNode record = realm.refused(supervisor(forge.apply(issuer.token("cc-1"))));

        assertThat(told(record)).as(what).startsWith(FORGED + detail);
        assertThat(record.path("missing").toString()).isEqualTo("{\"device.compliance\":\"malformed\"}");
    }

    @Test
    void with_claims_changed_under_its_signature_proves_nothing() {
        String signed = issuer.token("cc-1").compliance("noncompliant").signed();

        JsonNode record = realm.refused(supervisor(issuer.token("cc-1").signedLike(signed)));

        assertThat(told(record)).isEqualTo(FORGED + "the token's signature is not the issuer's");
    }

    @Test
    void replayed_in_another_session_proves_nothing_there_and_goes_on_counting_in_its_own() {
        String token = issuer.token("cc-2").signed();
        Person owner = supervisor(token);
        realm.granted(owner);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(told(realm.refused(supervisor(token))))
                    .isEqualTo(FORGED + "the token was shown in another session before");
        }
        realm.granted(owner);
    }

    @Test
    void expired_proves_nothing() {
        JsonNode record =
                realm.refused(supervisor(issuer.token("cc-3").expiresAfter(-60).signed()));

        assertThat(told(record)).startsWith("endpoint agent stale the token expired at ");
    }

    @Test
    void off_by_less_than_the_skew_still_counts() {
        realm.granted(supervisor(issuer.token("cc-4").issuedAfter(15).signed()));
        realm.granted(supervisor(issuer.token("cc-4").expiresAfter(-5).signed()));
    }

    @Test
    void of_another_device_takes_the_session_along_to_nowhere() {
        Person person = supervisor(issuer.token("cc-5").signed());
        realm.granted(person);

        person.browser().carryNothing();
        person.browser().carry(DeviceRealm.HEADER, issuer.token("cc-6").signed());

        assertThat(told(realm.refused(person)))
                .contains("session malformed one session showed the devices cc-5 and cc-6");
    }

    @Test
    void of_the_device_of_a_thief_does_not_take_over_the_session_of_a_stolen_cookie() {
        Person owner = supervisor(issuer.token("cc-10").signed());
        realm.granted(owner);
        Person thief = supervisor(issuer.token("cc-11").signed());
        // A login of the thief's own comes first: then that, and not the stolen session, gives the next login its id.
        thief.open(realm.console(), DeviceRealm.MONITOR);
        String stolen = owner.browser().cookie("KEYCLOAK_IDENTITY").orElseThrow();
        thief.browser().carryCookie("KEYCLOAK_IDENTITY", stolen);

        assertThat(told(realm.refused(thief)))
                .contains("session malformed one session showed the devices cc-10 and cc-11");
        realm.granted(owner);
    }

    @Test
    void beside_another_proves_nothing() {
        Person person = supervisor(issuer.token("cc-7").signed());
        person.browser().carry(DeviceRealm.HEADER, issuer.token("cc-7").signed());

        assertThat(told(realm.refused(person))).isEqualTo(FORGED + "the request carries 2 of Contact-Center-Posture");
    }

    @Test
    void is_what_it_is_in_a_cookie_too() {
        try (DeviceRealm cookies = DeviceRealm.of(server, "forged-cookies")) {
            cookies.trust(issuer, Map.of("carrier", "cookie", "name", "posture"))
                    .orFail();
            Person unsigned = new Person("supervisor");
            unsigned.browser().carryCookie("posture", issuer.token("cc-8").unsigned());
            Person doubled = new Person("supervisor");
            doubled.browser().carryCookie("posture", issuer.token("cc-8").signed());
            doubled.browser().carryCookie("posture", issuer.token("cc-8").signed());

            assertThat(told(cookies.refused(unsigned))).isEqualTo(FORGED + "the token is not a signed JWT");
            assertThat(told(cookies.refused(doubled))).isEqualTo(FORGED + "the request carries 2 of posture");
            assertThat(told(cookies.refused(supervisor(issuer.token("cc-8").signed()))))
                    .as("a header where a cookie is configured")
                    .isEmpty();
        }
    }

    @Test
    void is_not_even_looked_at_where_no_source_is_configured() {
        try (DeviceRealm bare = DeviceRealm.of(server, "bare")) {
            JsonNode record = bare.refused(supervisor(issuer.token("cc-9").signed()));

            assertThat(told(record)).isEmpty();
            assertThat(record.path("missing").toString()).isEqualTo("{\"device.compliance\":\"not-provided\"}");
        }
    }
}
