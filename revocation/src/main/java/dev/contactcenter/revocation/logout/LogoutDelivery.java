package dev.contactcenter.revocation.logout;

import dev.contactcenter.kit.http.BackOff;
import dev.contactcenter.kit.http.BoundedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicNameValuePair;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.events.outbox.OutboxConfig;
import org.keycloak.events.outbox.OutboxDeliveryHandler;
import org.keycloak.events.outbox.OutboxDeliveryResult;
import org.keycloak.events.outbox.OutboxDrainerTask;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.representations.LogoutToken;
import org.keycloak.util.JsonSerialization;

/** Tells one application that a session ended, by Keycloak's own client for HTTP. */
public final class LogoutDelivery implements OutboxDeliveryHandler {

    private static final int BATCH = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 65_536;
    private static final long TOKEN_SECONDS = 120;
    private static final int REDIRECT = 300;
    private static final int SERVER_ERROR = 500;

    /** For as long as a token that the application holds could be alive; later nobody is helped. */
    private static final OutboxBackoff BACKOFF = new OutboxBackoff(
            6,
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10)));

    /** Rows are told one after the other: an application that hangs must cost its time-out once in a while, and not for each of its sessions. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final BackOff backOff = new BackOff(PAUSE);

    /** Tells what is due, once. */
    public static OutboxDrainerTask task() {
        return new OutboxDrainerTask(
                new OutboxConfig(
                        LogoutNotices.ENTRY_KIND,
                        BATCH,
                        BACKOFF,
                        Duration.ofDays(7),
                        Duration.ofMinutes(10),
                        Duration.ofDays(1)),
                new LogoutDelivery(),
                OutboxStore::new);
    }

    @Override
    public String entryKind() {
        return LogoutNotices.ENTRY_KIND;
    }

    @Override
    public OutboxDeliveryResult deliver(KeycloakSession session, OutboxEntryEntity notice) {
        RealmModel realm = session.realms().getRealm(notice.getRealmId());
        ClientModel client = realm == null ? null : realm.getClientById(notice.getOwnerId());
        if (client == null) {
            return OutboxDeliveryResult.orphaned();
        }
        session.getContext().setRealm(realm);
        session.getContext().setClient(client);
        String url = notice.getMetadata();
        Optional<String> failing = backOff.reason(url, now());
        return failing.isPresent()
                ? OutboxDeliveryResult.retry(failing.get())
                : tell(session, url, notice.getPayload());
    }

    private OutboxDeliveryResult tell(KeycloakSession session, String url, String kept) {
        try {
            return post(session, url, token(session, kept));
        } catch (IOException failed) {
            backOff.failed(url, now(), failed.toString());
            return OutboxDeliveryResult.retry(failed.toString());
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /** Short-lived and made anew for each attempt, as Back-Channel Logout 1.0 §2.4 wants it; its id stays, so that it counts once. */
    private static String token(KeycloakSession session, String kept) throws IOException {
        LogoutToken token = JsonSerialization.readValue(kept, LogoutToken.class);
        token.issuedNow();
        token.exp(TimeUnit.MILLISECONDS.toSeconds(Time.currentTimeMillis()) + TOKEN_SECONDS);
        return session.tokens().encode(token);
    }

    private static OutboxDeliveryResult post(KeycloakSession session, String url, String token) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setEntity(new UrlEncodedFormEntity(
                List.of(new BasicNameValuePair(OAuth2Constants.LOGOUT_TOKEN, token)), StandardCharsets.UTF_8));
        var client = session.getProvider(HttpClientProvider.class).getHttpClient();
        int status = new BoundedExchange(client, TIMEOUT, MOST_BYTES).send(post).status();
        if (status < REDIRECT) {
            return OutboxDeliveryResult.delivered();
        }
        String answered = "the application answered " + status;
        return status < SERVER_ERROR ? OutboxDeliveryResult.deadLetter(answered) : OutboxDeliveryResult.retry(answered);
    }
}
