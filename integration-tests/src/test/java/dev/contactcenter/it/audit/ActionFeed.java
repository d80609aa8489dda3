package dev.contactcenter.it.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.services.ServiceAccount;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;

/** A resource server that tells Keycloak what was done on the tokens that it was shown. */
final class ActionFeed {

    /** A client that tells, and that the console's tokens are meant for. */
    static final String CLIENT = "case-files";

    private static final String ROLE = "contact-center-audit-feed";

    private final RealmFixture realm;

    ActionFeed(RealmFixture realm) {
        this.realm = realm;
    }

    /** What the realm of a feed needs. */
    static RealmFixture.Plan plan(RealmFixture.Plan plan) {
        return plan.addClient(service(CLIENT))
                .addClient(service("stranger"))
                .client("supervisor-console", ActionFeed::addressing);
    }

    private static ObjectNode service(String name) {
        ObjectNode client = Clients.confidential(name);
        client.put("serviceAccountsEnabled", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        return client;
    }

    private static void addressing(ObjectNode client) {
        ObjectNode mapper = client.withArray("/protocolMappers").addObject();
        mapper.put("name", "audience").put("protocol", "openid-connect").put("protocolMapper", "oidc-audience-mapper");
        mapper.withObject("/config").put("included.client.audience", CLIENT).put("access.token.claim", "true");
    }

    /** Gives the role to a client's service account, and lets its tokens carry it. */
    void admit(String client) {
        RealmAdmin admin = realm.admin();
        JsonNode role = admin.get("/roles/" + ROLE).orFail().json();
        String id = admin.clientId(client);
        String account =
                admin.get("/clients/" + id + "/service-account-user").orFail().text("id");
        admin.post("/users/" + account + "/role-mappings/realm", Admin.array().add(role))
                .orFail();
        admin.post("/clients/" + id + "/scope-mappings/realm", Admin.array().add(role))
                .orFail();
    }

    /** A service's own token. */
    String token(String client) {
        return ServiceAccount.token(realm.url(), client);
    }

    /** An event that is true of a token. */
    static ObjectNode event(String id, String action, Tokens tokens) {
        ObjectNode event = Admin.object()
                .put("id", id)
                .put("time", Instant.now().toString())
                .put("action", action)
                .put("result", "success")
                .put("jti", tokens.claims().path("jti").asText())
                .put("sid", tokens.claims().path("sid").asText())
                .put("txn", tokens.claims().path("txn").asText());
        event.putObject("resource").put("type", "queue").put("id", "billing");
        return event;
    }

    /** Tells events. */
    Answer tell(String token, JsonNode... events) {
        ObjectNode batch = Admin.object();
        for (JsonNode event : events) {
            batch.withArray("/events").add(event);
        }
        return tell(token, batch.toString());
    }

    Answer tell(String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.url() + "/contact-center/audit/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return Http.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** What became of the event at this place of the batch, and why. */
    static String outcome(Answer answer, int at) {
        JsonNode event = answer.orFail().json().path("events").path(at);
        return (event.path("outcome").asText() + " " + event.path("reason").asText()).strip();
    }
}
