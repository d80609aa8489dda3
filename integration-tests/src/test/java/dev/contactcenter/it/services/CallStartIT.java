package dev.contactcenter.it.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A customer calls: the telephony system looks up who it is, and writes down what was said. The realm is the shipped one. */
@Tag("story")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("When a call starts, the telephony system")
final class CallStartIT {

    private static final int TWO_MINUTES = 120;

    private final RealmFixture realm;
    private final Connector connector;
    private final CustomerRecords crm;

    CallStartIT(KeycloakServer server) {
        this.realm = CustomerRecords.keyed(Connector.keyed(RealmFixture.plan(server, "call-start")), "crm-api")
                .create();
        this.connector = new Connector(realm);
        this.crm = CustomerRecords.of(realm);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void reads_some_fields_of_the_customer_and_writes_notes() {
        String token = connector.given("record:view note:write").access();

        assertThat(crm.read(token))
                .isEqualTo(new CustomerRecords.Served.Done(Map.of("id", "c-1001", "status", "gold", "language", "de")));
        Map<String, String> note = Map.of("call", "call-7", "text", "calls back on Monday", "written_at", "10:15");
        assertThat(crm.write(token, note)).isEqualTo(new CustomerRecords.Served.Done(note));
    }

    @Test
    void does_nothing_else() {
        String token = connector.given("record:view note:write").access();

        assertThat(crm.write(token, Map.of("text", "hello", "billing.iban", "DE00 0001")))
                .isEqualTo(new CustomerRecords.Served.Refused("field_not_permitted"));
        for (String action : List.of("billing:edit", "record:edit", "export:create", "admin:configure")) {
            assertThat(crm.act(token, action))
                    .as(action)
                    .isEqualTo(new CustomerRecords.Served.Refused("insufficient_scope"));
        }
    }

    @Test
    void has_a_short_token_for_the_crm_alone_that_is_bound_to_its_key_and_tells_its_quota() {
        Tokens tokens = connector.given("record:view note:write");

        JsonNode claims = tokens.claims();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(TWO_MINUTES);
        assertThat(claims.path("aud").asText()).isEqualTo("crm-api");
        assertThat(claims.path("cnf").path("jkt").asText())
                .isEqualTo(connector.binding().thumbprint());
        JsonNode told = claims.path("contact_center");
        assertThat(texts(told.path("fields").path("record"))).containsExactly("id", "language", "status");
        assertThat(texts(told.path("fields").path("note"))).containsExactly("call", "text", "written_at");
        assertThat(told.path("rate_limit").asInt()).isEqualTo(TWO_MINUTES);
        assertThat(tokens.refresh()).isEmpty();
        assertThat(crm.introspect(tokens.access()).path("contact_center")).isEqualTo(told);
    }

    @Test
    void that_asks_for_less_is_told_of_less() {
        String token = connector.given("note:write").access();

        assertThat(Tokens.claims(token).at("/contact_center/fields").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("note");
        assertThat(crm.read(token)).isEqualTo(new CustomerRecords.Served.Refused("insufficient_scope"));
    }

    @Test
    void leaves_a_record_of_what_it_was_given() {
        String txn = connector.given("record:view").claims().path("txn").asText();

        JsonNode record = realm.server()
                .records()
                .await(realm.name(), one -> one.path("id").asText().equals(txn));
        assertThat(record.path("outcome").asText()).isEqualTo("permit");
        assertThat(record.path("actor").path("client").asText()).isEqualTo(Connector.CLIENT);
        assertThat(texts(record.at("/obligations/fields/record"))).containsExactly("id", "language", "status");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
