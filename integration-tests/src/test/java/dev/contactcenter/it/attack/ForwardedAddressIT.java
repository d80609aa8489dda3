package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.OwnServer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Records;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
@Tag("signals")
@WithKeycloak
@DisplayName("An address that a header claims")
final class ForwardedAddressIT {

    private static final String RULES = """
            rules:
              - id: not-from-the-office
                actions: [record:view]
                when: network.zone == "office"
                deny: { reason: wrong_network }
            """;

    private static final List<Map<String, String>> FORGED = List.of(
            Map.of("X-Forwarded-For", "192.0.2.1"),
            Map.of("X-Forwarded-For", "192.0.2.1, 192.0.2.2"),
            Map.of("Forwarded", "for=192.0.2.1"),
            Map.of("X-Real-IP", "192.0.2.1"),
            Map.of("X-Client-IP", "192.0.2.1", "True-Client-IP", "192.0.2.1", "CF-Connecting-IP", "192.0.2.1"));

    @Test
    void counts_for_nothing_where_no_proxy_is_trusted(KeycloakServer server) throws Exception {
        try (RealmFixture realm = RealmFixture.plan(server, "forwarded")
                .policy(before -> SignalRealm.policy(RULES))
                .client("cti-connector", Clients::greedyService)
                .create()) {
            for (Map<String, String> headers : FORGED) {
                int before = server.records().decisionsOf(realm.name()).size();

                assertThat(call(realm.url(), "127.0.0.1", headers).statusCode())
                        .as(headers.toString())
                        .isEqualTo(200);

                assertThat(address(server.records(), realm.name(), before)).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void counts_from_the_trusted_proxy_only_and_only_what_the_proxy_itself_saw(KeycloakServer server) throws Exception {
        try (OwnServer own = OwnServer.start(
                server,
                "forwarded",
                "drain-interval-millis=100",
                List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.2"))) {
            RealmAdmin admin = own.admin("contact-center");
            admin.putPolicy(SignalRealm.policy(RULES)).orFail();
            // Keycloak demands TLS of addresses that are not local, which the claimed ones are not.
            admin.change("", found -> found.put("sslRequired", "none")).orFail();
            String connector = "/clients/" + admin.clientId("cti-connector");
            admin.change(connector, Clients::unmarked).orFail();
            admin.change(connector, Clients::greedyService).orFail();
            URI realm = URI.create(own.keycloak().baseUrl() + "/realms/contact-center");
            Map<String, String> office = Map.of("X-Forwarded-For", "192.0.2.1");

            assertThat(call(realm, "127.0.0.1", office).statusCode()).isEqualTo(200);
            assertThat(address(own.records(), "contact-center", 0)).isEqualTo("127.0.0.1");

            HttpResponse<String> denied = call(realm, "127.0.0.2", office);
            assertThat(denied.body()).contains("wrong_network");
            assertThat(address(own.records(), "contact-center", 1)).isEqualTo("192.0.2.1");

            assertThat(call(realm, "127.0.0.2", Map.of("X-Forwarded-For", "office.example"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(call(realm, "127.0.0.2", Map.of("Forwarded", "for=192.0.2.1"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(address(own.records(), "contact-center", 3)).isEqualTo("127.0.0.2");
        }
    }

    /** The telephony system asks for a token, from this address of the machine. */
    private static HttpResponse<String> call(URI realm, String from, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        realm.toString().replace("localhost", "127.0.0.1") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Http.encode(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "cti-connector",
                        "client_secret", Clients.SECRET,
                        "scope", "record:view"))));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Of the decision that came after so many others. */
    private static String address(Records records, String realm, int before) {
        records.await(realm, any -> records.decisionsOf(realm).size() > before);
        JsonNode record = records.decisionsOf(realm).get(before);
        return record.path("actor").path("address").asText();
    }
}
