package dev.contactcenter.it.continuous;

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

/** The telephony system of a realm, which tells what people are doing. */
public final class Phone {

    static final String ROLE = "contact-center-interaction-feed";

    private static final String CLIENT = "telephony";

    private final RealmFixture realm;
    private final String token;

    private Phone(RealmFixture realm) {
        this.realm = realm;
        this.token = token(realm, CLIENT);
    }

    /** Installs it. */
    public static Phone in(RealmFixture realm) {
        RealmAdmin admin = realm.admin();
        ObjectNode client = Clients.confidential(CLIENT);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        admin.post("/clients", client).orFail();
        String account = admin.get("/clients/" + admin.clientId(CLIENT) + "/service-account-user")
                .orFail()
                .text("id");
        admit(admin, account);
        letCarry(admin, CLIENT);
        return new Phone(realm);
    }

    /** Lets the tokens of a client carry the role of the feed. */
    static void letCarry(RealmAdmin admin, String client) {
        admin.post(
                        "/clients/" + admin.clientId(client) + "/scope-mappings/realm",
                        Admin.array().add(admin.get("/roles/" + ROLE).orFail().json()))
                .orFail();
    }

    /** Gives the role of the feed to somebody. */
    static void admit(RealmAdmin admin, String user) {
        admin.post(
                        "/users/" + user + "/role-mappings/realm",
                        Admin.array().add(admin.get("/roles/" + ROLE).orFail().json()))
                .orFail();
    }

    /** The token of a service account. */
    static String token(RealmFixture realm, String client) {
        return ServiceAccount.token(realm.url(), client);
    }

    /** Somebody is in a call. */
    public void live(Tokens tokens, String call, int sequence) {
        stored(tokens, "{\"state\":\"live\",\"interaction_id\":\"%s\",\"sequence\":%d}".formatted(call, sequence));
    }

    /** Somebody is in none. */
    public void idle(Tokens tokens, int sequence) {
        stored(tokens, "{\"state\":\"idle\",\"sequence\":%d}".formatted(sequence));
    }

    /** Tells a state that is new. */
    public void stored(Tokens tokens, String body) {
        Answer answer = tell(sid(tokens), body);
        if (!answer.orFail().text("outcome").equals("stored")) {
            throw new AssertionError("Not stored: " + answer);
        }
    }

    /** Tells of a session. */
    public Answer tell(String sid, String body) {
        return tell(token, sid, body);
    }

    /** Whoever has this token tells. */
    Answer tell(String bearer, String sid, String body) {
        return put(bearer, "/" + sid, body);
    }

    /** Tells of somebody whose sessions it does not know; the desk may be empty. */
    Answer tellOf(String user, String desk, String body) {
        return put(token, "?user=" + user + (desk.isEmpty() ? "" : "&desk=" + desk), body);
    }

    private Answer put(String bearer, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(realm.url() + "/contact-center/interactions" + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return Http.send(bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer));
    }

    /** The session of tokens. */
    public static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }
}
