package dev.contactcenter.demo.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;

/** Tells the realm what the events of a telephony system mean, in the system's own name and not in the person's. */
public final class CtiAdapter {

    /** The client of the telephony system in the demo's realm. */
    public static final String CLIENT = "telephony";

    /** Its secret, in the demo; a service of yours proves itself with a key. */
    public static final String SECRET = "demo-telephony";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI realm;
    private final StateMapping mapping;
    private final InstantSource clock;

    /**
     * That of a realm.
     *
     * @param realm its issuer
     */
    public CtiAdapter(URI realm, StateMapping mapping, InstantSource clock) {
        this.realm = realm;
        this.mapping = mapping;
        this.clock = clock;
    }

    /**
     * Tells what an event means for the person in a session.
     *
     * @param session the claim {@code sid} of the person's tokens
     * @return what was told; {@link Told.NotKnown} if nothing was
     */
    public Told tell(String session, JsonNode event) {
        Told told = mapping.read(event);
        if (told instanceof Told.State state) {
            put(session, state);
        }
        return told;
    }

    private void put(String session, Told.State state) {
        ObjectNode body = JSON.createObjectNode().put("state", state.state().word());
        if (!state.interaction().isEmpty()) {
            body.put("interaction_id", state.interaction());
        }
        // A number that grows, also over a restart of the adapter.
        body.put("sequence", clock.millis());
        send(HttpRequest.newBuilder(URI.create(realm + "/contact-center/interactions/" + session))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    private String token() {
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + SECRET;
        return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            HttpResponse<String> answer = http.send(ready, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "Keycloak answers " + ready.uri() + " with " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be reached at " + ready.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A call was not told because of an interruption", e);
        }
    }
}
