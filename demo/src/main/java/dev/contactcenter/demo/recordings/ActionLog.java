package dev.contactcenter.demo.recordings;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Tells Keycloak what was done on a token, and what was refused, beside the answer, so that the trail goes from the sign-in to the record
 * that was opened. What cannot be told is told again under the same id, which Keycloak takes once.
 */
final class ActionLog {

    private static final Logger LOG = Logger.getLogger(ActionLog.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_SECONDS = 2;
    private static final int TOO_MANY = 429;

    /** What Keycloak compares with the token: its id, its session, and the decision that it was issued on. */
    private static final List<String> COMPARED = List.of("jti", "sid", "txn");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI events;

    ActionLog(URI issuer) {
        this.events = URI.create(issuer + "/contact-center/audit/events");
    }

    /** Tells that it was done. */
    void done(GenuineToken token, Access access) {
        tell(token, event(token, access).put("result", "success"));
    }

    /**
     * Tells that it was refused.
     *
     * @param why at most 512 characters
     */
    void refused(GenuineToken token, Access access, String why) {
        tell(token, event(token, access).put("result", "denied").put("detail", why));
    }

    private static ObjectNode event(GenuineToken token, Access access) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("time", Instant.now().toString())
                .put("action", access.action());
        event.putObject("resource").put("type", access.type()).put("id", access.id());
        for (String name : COMPARED) {
            // Keycloak takes no empty member: a token that does not say is not compared.
            if (token.claims().getClaim(name) instanceof String told) {
                event.put(name, told);
            }
        }
        return event;
    }

    private void tell(GenuineToken token, ObjectNode event) {
        ObjectNode batch = JSON.createObjectNode();
        batch.putArray("events").add(event);
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.text())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch.toString()))
                .build();
        send(request, ATTEMPTS);
    }

    private void send(HttpRequest request, int attempts) {
        CompletableFuture<Void> ignored = http.sendAsync(request, BodyHandlers.discarding())
                .thenAccept(answer -> settle(request, attempts, answer))
                .exceptionally(failed -> {
                    again(request, attempts, PAUSE_SECONDS, String.valueOf(failed.getMessage()));
                    return null;
                });
    }

    private void settle(HttpRequest request, int attempts, HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status == TOO_MANY) {
            // Refusals are told, too, and use up what a person's token may tell in a minute: what is done after many
            // comes later. A server that must tell all of it tells as a service, for which there is no such limit.
            long pause = answer.headers().firstValueAsLong("Retry-After").orElse(PAUSE_SECONDS);
            again(request, attempts, pause, "status " + status);
        } else if (status >= 500) {
            again(request, attempts, PAUSE_SECONDS, "status " + status);
        } else if (status != 200) {
            LOG.warning(() -> "Keycloak does not take an action in: status " + status);
        }
    }

    private void again(HttpRequest request, int attempts, long pauseSeconds, String why) {
        if (attempts <= 1) {
            LOG.warning(() -> "An action could not be told to Keycloak: " + why);
            return;
        }
        Executor later = CompletableFuture.delayedExecutor(pauseSeconds, TimeUnit.SECONDS);
        later.execute(() -> send(request, attempts - 1));
    }
}
