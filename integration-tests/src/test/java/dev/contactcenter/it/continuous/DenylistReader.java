package dev.contactcenter.it.continuous;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.services.ServiceAccount;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** A gateway that reads the denylist of a realm. */
final class DenylistReader {

    static final String ROLE = "contact-center-denylist-reader";
    static final String EVENTS = "text/event-stream";

    private final RealmFixture realm;
    private final String token;

    private DenylistReader(RealmFixture realm, String token) {
        this.realm = realm;
        this.token = token;
    }

    /** A service of the realm, with the role or without. */
    static DenylistReader of(RealmFixture realm, String clientId, List<String> roles) {
        ObjectNode client = Clients.confidential(clientId);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        realm.admin().post("/clients", client).orFail();
        String account = realm.admin()
                .get("/clients/" + realm.admin().clientId(clientId) + "/service-account-user")
                .orFail()
                .text("id");
        for (String name : roles) {
            JsonNode role = realm.admin().get("/roles/" + name).orFail().json();
            realm.admin()
                    .post(
                            "/users/" + account + "/role-mappings/realm",
                            Admin.array().add(role))
                    .orFail();
            // The realm's client policy takes the full scope from every new client.
            realm.admin()
                    .post(
                            "/clients/" + realm.admin().clientId(clientId) + "/scope-mappings/realm",
                            Admin.array().add(role))
                    .orFail();
        }
        return new DenylistReader(realm, ServiceAccount.token(realm.url(), clientId));
    }

    /** Whoever has this token. */
    static DenylistReader with(RealmFixture realm, String token) {
        return new DenylistReader(realm, token);
    }

    /** The same at another server with the same database. */
    DenylistReader at(RealmFixture another) {
        return new DenylistReader(another, token);
    }

    /** What a query gets. */
    Answer ask(String query, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(realm.url() + "/contact-center/denylist" + query));
        headers.forEach(request::header);
        return Http.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    Answer ask(String query) {
        return ask(query, Map.of());
    }

    /** As a reader of events asks that has seen the one with this cursor. */
    Answer events(long last, String query) {
        return ask(query, Map.of("Accept", EVENTS, "Last-Event-ID", String.valueOf(last)));
    }

    /** The cursor up to which all is known now. */
    long end() {
        return ask("").orFail().json().path("next").asLong();
    }

    /** What came after a cursor. */
    List<JsonNode> after(long cursor) {
        return ask("?after=" + cursor)
                .orFail()
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }
}
