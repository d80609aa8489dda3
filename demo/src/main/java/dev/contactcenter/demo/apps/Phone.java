package dev.contactcenter.demo.apps;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Signs the phone of a person in, so that the telephony system knows which session a call is about. */
final class Phone {

    private static final Logger LOG = Logger.getLogger(Phone.class.getName());

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI phones;

    Phone(URI phones) {
        this.phones = phones;
    }

    /** A phone that cannot be reached keeps nobody from working. */
    void signIn(Tokens tokens) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("session", String.valueOf(tokens.person().getClaim("sid")))
                .put("person", String.valueOf(tokens.person().getClaim("preferred_username")))
                .toString();
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create(phones + "/phones"))
                            .timeout(Duration.ofSeconds(5))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A phone could not be signed in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
