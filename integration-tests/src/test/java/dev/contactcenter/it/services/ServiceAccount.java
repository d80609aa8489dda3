package dev.contactcenter.it.services;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmAdmin;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The account of a client that acts for itself. */
public final class ServiceAccount {

    private ServiceAccount() {}

    /** What comes of asking for a token, by a client whose secret is that of the tests. */
    public static Answer ask(URI realm, String clientId, String scope) {
        return ask(realm, clientId, Map.of("scope", scope));
    }

    /** A token that no action was asked for with. */
    public static String token(URI realm, String clientId) {
        return ask(realm, clientId, Map.of()).orFail().text("access_token");
    }

    private static Answer ask(URI realm, String clientId, Map<String, String> more) {
        Map<String, String> form = new TreeMap<>(more);
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId);
        form.put("client_secret", Clients.SECRET);
        return Http.post(realm + "/protocol/openid-connect/token", form);
    }

    /** Has a client of the realm export prove itself by the secret of the tests. Two changes: the realm refuses one to what is marked as a service. */
    public static void giveSecret(RealmAdmin admin, String clientId) {
        String path = "/clients/" + admin.clientId(clientId);
        admin.change(path, Clients::unmarked).orFail();
        admin.change(path, client -> {
                    Clients.unmarked(client);
                    client.put("clientAuthenticatorType", "client-secret");
                    client.put("secret", Clients.SECRET);
                })
                .orFail();
    }

    /** Gives it a role of the realm, which its tokens carry from then on if it asks for Keycloak's scope of roles. */
    public static void admit(RealmAdmin admin, String clientId, String role) {
        String client = "/clients/" + admin.clientId(clientId);
        String account = admin.get(client + "/service-account-user").orFail().text("id");
        admin.allowOptionalScope("roles", clientId);
        for (String holder : new String[] {"/users/" + account + "/role-mappings", client + "/scope-mappings"}) {
            admin.post(
                            holder + "/realm",
                            Admin.array()
                                    .add(admin.get("/roles/" + role).orFail().json()))
                    .orFail();
        }
    }
}
