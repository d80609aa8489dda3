package dev.contactcenter.it.signals;

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
import java.net.http.HttpRequest.BodyPublishers;

/** A system that manages devices and tells the registry of them. */
final class Feed {

    static final String CLIENT = "device-management";
    static final String ROLE = "contact-center-device-feed";

    private final RealmFixture realm;
    private final String token;

    private Feed(RealmFixture realm, String token) {
        this.realm = realm;
        this.token = token;
    }

    /** What the realm of a feed needs. */
    static RealmFixture.Plan plan(RealmFixture.Plan plan) {
        return plan(plan, CLIENT);
    }

    /** The same for a feed with a client of this name. */
    static RealmFixture.Plan plan(RealmFixture.Plan plan, String name) {
        ObjectNode client = Clients.confidential(name);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.set("defaultClientScopes", Admin.array("basic", "roles"));
        return plan.addClient(client);
    }

    /** The feed of a realm, which may tell of devices. */
    static Feed of(RealmFixture realm) {
        return of(realm, CLIENT);
    }

    /** The feed with a client of this name. */
    static Feed of(RealmFixture realm, String client) {
        grant(realm, client);
        return new Feed(realm, token(realm, client));
    }

    /** Whoever has this token. */
    static Feed with(RealmFixture realm, String token) {
        return new Feed(realm, token);
    }

    /** The token of a client's service account. */
    static String token(RealmFixture realm, String client) {
        return ServiceAccount.token(realm.url(), client);
    }

    /** Gives the role of feeds to a client's service account, and lets its tokens carry it. */
    static void grant(RealmFixture realm, String client) {
        giveRole(realm, client);
        JsonNode role = realm.admin().get("/roles/" + ROLE).orFail().json();
        realm.admin()
                .post(
                        "/clients/" + realm.admin().clientId(client) + "/scope-mappings/realm",
                        Admin.array().add(role))
                .orFail();
    }

    /** Gives the role of feeds to a client's service account. */
    static void giveRole(RealmFixture realm, String client) {
        JsonNode role = realm.admin().get("/roles/" + ROLE).orFail().json();
        String account = realm.admin()
                .get("/clients/" + realm.admin().clientId(client) + "/service-account-user")
                .orFail()
                .text("id");
        realm.admin()
                .post(
                        "/users/" + account + "/role-mappings/realm",
                        Admin.array().add(role))
                .orFail();
    }

    Answer post(String query, String body) {
        return send(request(query).POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm.url() + "/contact-center/devices" + path));
    }

    private Answer send(HttpRequest.Builder request) {
        return Http.send((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                .header("Content-Type", "application/json"));
    }
}
