package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Gives an order to a server and waits until it is carried out. A request that gets no answer is sent again: the order's key makes it
 * the same order however often it arrives.
 */
final class RevocationClient implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final ServerOptions server;
    private final long deadline;

    RevocationClient(ServerOptions server, Duration patience) {
        this.server = server;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** What became of an order. */
    sealed interface Outcome {

        /** It is carried out: what it is about has stopped. */
        record Done(JsonNode order) implements Outcome {}

        /** The server has it and goes on; it was not carried out within the time that one would wait. */
        record UnderWay(JsonNode order) implements Outcome {}

        /** It was not taken, or nobody knows; a sentence. */
        record Refused(String why) implements Outcome {}
    }

    Outcome order(JsonNode order) throws InterruptedException {
        String realm = server.realmUrl();
        try {
            HttpResponse<String> login = send(server.login());
            if (login.statusCode() != OK) {
                return new Outcome.Refused("The server does not let this client in: " + Reply.why(login));
            }
            String bearer = "Bearer " + Reply.json(login).path("access_token").asText();
            String orders = realm + "/contact-center/revocations";
            HttpResponse<String> taken = send(HttpRequest.newBuilder(URI.create(orders))
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(order.toString())));
            return taken.statusCode() == ACCEPTED
                    ? await(
                            orders + "/"
                                    + Encoding.path(Reply.json(taken).path("id").asText()),
                            bearer,
                            Reply.json(taken))
                    : new Outcome.Refused("The server does not take the order: " + Reply.why(taken));
        } catch (IOException silent) {
            return new Outcome.Refused(
                    "The server does not answer: " + silent + ". Give the same order again with the same --key.");
        }
    }

    private Outcome await(String place, String bearer, JsonNode taken) throws IOException, InterruptedException {
        JsonNode order = taken;
        while (!order.path("state").asText().equals("done")) {
            if (isOver()) {
                return new Outcome.UnderWay(order);
            }
            Thread.sleep(PAUSE);
            HttpResponse<String> progress =
                    send(HttpRequest.newBuilder(URI.create(place)).header("Authorization", bearer));
            if (progress.statusCode() != OK) {
                return new Outcome.UnderWay(order);
            }
            order = Reply.json(progress);
        }
        return new Outcome.Done(order);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest sent = request.timeout(ANSWER).build();
        while (true) {
            try {
                return http.send(sent, BodyHandlers.ofString());
            } catch (IOException silent) {
                if (isOver()) {
                    throw silent;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean isOver() {
        return System.nanoTime() - deadline >= 0;
    }

    @Override
    public void close() {
        http.close();
    }
}
