package dev.contactcenter.it.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Registers clients as they do it themselves (RFC 7591), with an initial access token of the realm. */
public final class Registration {

    private final RealmFixture realm;
    private final String token;

    /** In the name of the realm's administrator, who lets a few register. */
    public Registration(RealmFixture realm) {
        this.realm = realm;
        this.token = realm.admin()
                .post("/clients-initial-access", Admin.object().put("count", 10).put("expiration", 600))
                .orFail()
                .text("token");
    }

    /** Asks to be registered in a language that Keycloak knows: {@code openid-connect} or its own, {@code default}. */
    public Answer post(String language, JsonNode client) {
        return Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/clients-registrations/" + language))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(client.toString())));
    }

    /** Asks to be no client any more, which only who was registered may (RFC 7592 §2.3). */
    public Answer delete(Answer registered) {
        return Http.send(HttpRequest.newBuilder(URI.create(registered.text("registration_client_uri")))
                .header("Authorization", "Bearer " + registered.text("registration_access_token"))
                .DELETE());
    }
}
