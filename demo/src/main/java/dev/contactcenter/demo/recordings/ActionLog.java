package dev.contactcenter.demo.recordings;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Tells Keycloak what was done on a token, beside the answer, so that the trail goes from the sign-in to the record that was opened. What
 * cannot be told is told again under the same id, which Keycloak takes once.
 */
final class ActionLog {

    private static final Logger LOG = Logger.getLogger(ActionLog.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_SECONDS = 2;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI events;

    ActionLog(URI issuer) {
        this.events = URI.create(issuer + "/contact-center/audit/events");
    }

    /**
     * Tells that an action was done.
     *
     * @param token the access token as it was shown
     * @param action the action, {@code resource:verb}
     * @param resource the id of what it was done to
     */
    void done(String token, JWTClaimsSet claims, String action, String resource) {
        try {
            ObjectNode batch = JSON.createObjectNode();
            ObjectNode event = batch.putArray("events").addObject();
            event.put("id", UUID.randomUUID().toString())
                    .put("time", Instant.now().toString())
                    .put("action", action)
                    .put("result", "success")
                    .put("jti", claims.getJWTID())
                    .put("sid", claims.getStringClaim("sid"));
            event.putObject("resource")
                    .put("type", action.substring(0, action.indexOf(':')))
                    .put("id", resource);
            send(token, batch.toString(), ATTEMPTS);
        } catch (ParseException unreadable) {
            LOG.warning("An action cannot be told, because a claim of its token has the wrong type");
        }
    }

    private void send(String token, String batch, int attempts) {
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch))
                .build();
        CompletableFuture<Void> ignored = http.sendAsync(request, BodyHandlers.discarding())
                .thenAccept(answer -> {
                    if (answer.statusCode() >= 500) {
                        again(token, batch, attempts, "status " + answer.statusCode());
                    } else if (answer.statusCode() != 200) {
                        LOG.warning(() -> "Keycloak does not take an action in: status " + answer.statusCode());
                    }
                })
                .exceptionally(failed -> {
                    again(token, batch, attempts, String.valueOf(failed.getMessage()));
                    return null;
                });
    }

    private void again(String token, String batch, int attempts, String why) {
        if (attempts <= 1) {
            LOG.warning(() -> "An action could not be told to Keycloak: " + why);
            return;
        }
        Executor later = CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS);
        later.execute(() -> send(token, batch, attempts - 1));
    }
}
