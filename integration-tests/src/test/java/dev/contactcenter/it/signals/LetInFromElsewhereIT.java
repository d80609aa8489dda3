package dev.contactcenter.it.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The device grant hands tokens to another device than the one that signed in (RFC 8628 §5.4). */
@Tag("signals")
@Tag("attack")
@WithKeycloak
@DisplayName("A device that is let in from another")
final class LetInFromElsewhereIT {

    @Test
    void does_not_gain_the_posture_of_that_other(KeycloakServer server) {
        try (PostureIssuer issuer = new PostureIssuer();
                DeviceRealm realm = DeviceRealm.of(server, "elsewhere", plan -> plan.addClient(Clients.allGrants()))) {
            realm.trust(issuer, Map.of()).orFail();
            Answer started = start(realm);
            Person person = DeviceRealm.supervisor(issuer.token("cc-9").signed());
            Screen consent = person.goOn(person.browser().open(URI.create(started.text("verification_uri_complete"))));
            person.browser().submit(consent, "form:has([name=accept])", Map.of("accept", "Yes"));

            Answer fetched = poll(realm, started);

            assertThat(fetched.status()).as(fetched.toString()).isEqualTo(400);
            assertThat(fetched.text("error")).isEqualTo("access_denied");
            JsonNode refusal = server.records()
                    .await(
                            realm.fixture().name(),
                            one -> one.path("hook").asText().equals("token"));
            assertThat(refusal.path("missing").toString()).isEqualTo("{\"device.compliance\":\"not-provided\"}");
        }
    }

    private static Answer start(DeviceRealm realm) {
        return Http.post(
                        realm.fixture().url() + "/protocol/openid-connect/auth/device",
                        Map.of(
                                "client_id",
                                Clients.ALL_GRANTS,
                                "client_secret",
                                Clients.SECRET,
                                "scope",
                                "openid " + DeviceRealm.MONITOR))
                .orFail();
    }

    private static Answer poll(DeviceRealm realm, Answer started) {
        return new TestApp(realm.fixture(), Clients.ALL_GRANTS)
                .token(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_secret",
                        Clients.SECRET,
                        "device_code",
                        started.text("device_code")));
    }
}
