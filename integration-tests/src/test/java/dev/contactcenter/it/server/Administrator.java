package dev.contactcenter.it.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** An account of the master realm with one role for another realm. */
public final class Administrator implements AutoCloseable {

    private static final String PASSWORD = "demo";

    private final RealmFixture realm;
    private final String name;
    private final String id;

    private Administrator(RealmFixture realm, String name) {
        this.realm = realm;
        this.name = name;
        admin().post(
                        "/master/users",
                        Admin.object("{\"username\":\"" + name + "\",\"enabled\":true,\"credentials\":[{\"type\":"
                                + "\"password\",\"value\":\"" + PASSWORD + "\"}]}"))
                .orFail();
        this.id = first("/master/users?exact=true&username=" + name);
    }

    /** Makes one with this role of Keycloak's administration. */
    public static Administrator with(RealmFixture realm, String role) {
        var made = new Administrator(realm, role + "-of-" + realm.name());
        String client = made.first("/master/clients?clientId=" + realm.name() + "-realm");
        var found = made.admin()
                .get("/master/clients/" + client + "/roles/" + role)
                .orFail()
                .json();
        made.admin()
                .post(
                        "/master/users/" + made.id + "/role-mappings/clients/" + client,
                        Admin.array().add(found))
                .orFail();
        return made;
    }

    /**
     * Sends a request to the administration of a realm.
     *
     * @param path behind the realm's name
     */
    public Answer send(RealmFixture to, String method, String path, String body) {
        String token = Http.post(
                        realm.server().baseUrl() + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                name,
                                "password",
                                PASSWORD))
                .orFail()
                .text("access_token");
        return Http.send(
                HttpRequest.newBuilder(URI.create(realm.server().baseUrl() + "/admin/realms/" + to.name() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private String first(String path) {
        return admin().get(path).orFail().json().path(0).path("id").asText();
    }

    private Admin admin() {
        return realm.server().admin();
    }

    @Override
    public void close() {
        admin().delete("/master/users/" + id).orFail();
    }
}
