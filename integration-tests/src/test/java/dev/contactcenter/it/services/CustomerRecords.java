package dev.contactcenter.it.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource server that does what tokens say, as docs/reference/tokens.md tells: it asks Keycloak about each (RFC 7662), and serves
 * the actions and the fields that it finds there.
 */
final class CustomerRecords {

    private static final ServiceKey IDENTITY = new ServiceKey();
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Map<String, String> RECORD = Map.of(
            "id", "c-1001",
            "status", "gold",
            "language", "de",
            "email", "customer@example.test",
            "billing.iban", "DE00 0000",
            "identity.document", "P000");

    /** What was answered. */
    sealed interface Served {

        /** The request was served, with these fields. */
        record Done(Map<String, String> fields) implements Served {}

        /** It was not. */
        record Refused(String error) implements Served {}
    }

    private final RealmFixture realm;
    private final String clientId;

    private CustomerRecords(RealmFixture realm, String clientId) {
        this.realm = realm;
        this.clientId = clientId;
    }

    /** The realm in which the test has the key of this resource server. */
    static RealmFixture.Plan keyed(RealmFixture.Plan plan, String clientId) {
        return plan.client(clientId, client -> {
            IDENTITY.proves(client);
            client.put("bearerOnly", false);
        });
    }

    static CustomerRecords of(RealmFixture realm) {
        return new CustomerRecords(realm, "crm-api");
    }

    /** Another resource server of the realm, which asks in the same way. */
    static CustomerRecords of(RealmFixture realm, String clientId) {
        return new CustomerRecords(realm, clientId);
    }

    /** What Keycloak says of a token. */
    JsonNode introspect(String token) {
        Answer answer = Http.post(
                realm.url() + "/protocol/openid-connect/token/introspect",
                Map.of(
                        "client_id",
                        clientId,
                        "client_assertion_type",
                        JWT_BEARER,
                        "client_assertion",
                        IDENTITY.assertion(clientId, realm.url()),
                        "token",
                        token));
        return answer.orFail().json();
    }

    Served read(String token) {
        JsonNode told = introspect(token);
        if (!carries(told, "record:view")) {
            return new Served.Refused("insufficient_scope");
        }
        Set<String> fields = fields(told, "record");
        Map<String, String> shown = new TreeMap<>(RECORD);
        shown.keySet().retainAll(fields);
        return new Served.Done(shown);
    }

    Served write(String token, Map<String, String> note) {
        JsonNode told = introspect(token);
        if (!carries(told, "note:write")) {
            return new Served.Refused("insufficient_scope");
        }
        return fields(told, "note").containsAll(note.keySet())
                ? new Served.Done(note)
                : new Served.Refused("field_not_permitted");
    }

    /** Anything else that the resource server can do. */
    Served act(String token, String action) {
        return carries(introspect(token), action)
                ? new Served.Done(Map.of())
                : new Served.Refused("insufficient_scope");
    }

    private static boolean carries(JsonNode told, String action) {
        return told.path("active").asBoolean()
                && Set.of(told.path("scope").asText().split(" ", -1)).contains(action);
    }

    private static Set<String> fields(JsonNode told, String resource) {
        Set<String> fields = new TreeSet<>();
        told.path("contact_center").path("fields").path(resource).forEach(field -> fields.add(field.asText()));
        return fields;
    }
}
