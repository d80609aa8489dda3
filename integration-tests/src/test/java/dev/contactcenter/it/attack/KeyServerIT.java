package dev.contactcenter.it.attack;

import static dev.contactcenter.it.signals.DeviceRealm.supervisor;
import static dev.contactcenter.it.signals.DeviceRealm.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.DeviceRealm;
import dev.contactcenter.it.signals.PostureIssuer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer's keys are fetched over the network: from a server that may be slow, broken, or somebody else's. */
@Tag("attack")
@Tag("signals")
@WithKeycloak
@BesideOthers
@DisplayName("A server of an issuer's keys")
final class KeyServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_SECONDS = 10;

    private final KeycloakServer server;

    KeyServerIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest(name = "that is {0} tells nothing")
    @CsvSource({
        "HANGING,           no whole answer within PT1S",
        "TRICKLING,         no whole answer within PT1S",
        "TALKING_NONSENSE,  the answer is not a JWK set",
        "TALKING_ENDLESSLY, the answer has more than 65536 bytes",
        "SENDING_ELSEWHERE, the answer has the status 302",
        "FAILING,           the answer has the status 503",
    })
    void that_does_not_answer_well_fails_its_source_soon_and_is_asked_once_in_a_while(String mood, String why) {
        try (var issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "keys")) {
            realm.trust(issuer, Map.of()).orFail();
            issuer.be(mood);
            long start = System.nanoTime();

            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(told(realm.refused(supervisor(issuer.token("cc-1").signed()))))
                        .isEqualTo(
                                "endpoint agent source-failed the keys of the issuer cannot be read: " + why.strip());
            }

            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat(seconds).as("three sign-ins of several requests each").isLessThan(20);
            assertThat((long) issuer.asked())
                    .as("asked in %s seconds", seconds)
                    .isLessThanOrEqualTo(1 + seconds / PAUSE_SECONDS);
        }
    }

    @Test
    void that_names_no_algorithms_is_believed_after_somebody_named_a_wrong_one() {
        try (var issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "keys")) {
            realm.trust(issuer, Map.of()).orFail();

            realm.refused(supervisor(issuer.token("cc-1").header("alg", "RS256").signed()));

            realm.granted(supervisor(issuer.token("cc-1").signed()));
        }
    }

    @Test
    void that_fails_later_leaves_the_keys_that_are_known() {
        try (var issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "keys")) {
            realm.trust(issuer, Map.of()).orFail();
            realm.granted(supervisor(issuer.token("cc-1").signed()));

            issuer.be("HANGING");

            realm.granted(supervisor(issuer.token("cc-1").signed()));
        }
    }

    @Test
    void may_change_its_keys_and_the_new_one_counts_before_the_old_ones_end() {
        try (var issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "keys")) {
            realm.trust(issuer, Map.of("keyLifetime", "P1D")).orFail();
            realm.granted(supervisor(issuer.token("cc-1").signed()));

            issuer.addKey("key-2");

            awaitScreen(
                    realm,
                    () -> issuer.token("cc-1").key("key-2", issuer.key("key-2")).signed(),
                    screen -> !screen.isRefusal());
            realm.granted(supervisor(issuer.token("cc-1").signed()));
        }
    }

    @Test
    void may_withdraw_a_key_and_what_that_signs_counts_no_longer_than_its_lifetime() {
        try (var issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "keys")) {
            realm.trust(issuer, Map.of("keyLifetime", "PT15S")).orFail();
            realm.granted(supervisor(issuer.token("cc-1").signed()));

            issuer.addKey("key-2");
            issuer.withdraw(PostureIssuer.FIRST_KEY);

            Screen refusal = awaitScreen(realm, () -> issuer.token("cc-1").signed(), Screen::isRefusal);
            assertThat(told(realm.refusal(refusal)))
                    .isEqualTo("endpoint agent malformed the token is signed with a key that the issuer does not have");
        }
    }

    private static Screen awaitScreen(DeviceRealm realm, Supplier<String> token, Predicate<Screen> wanted) {
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(realm.attempt(supervisor(token.get()))).filter(wanted),
                () -> "Keycloak does not take notice of the keys");
    }
}
