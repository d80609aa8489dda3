package dev.contactcenter.signals.posture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/** Reads a JWK set, by Keycloak's own client, so that its truststore and its proxies count here too. */
final class KeySetReader {

    static final int MOST_BYTES = 64 * 1024;

    private static final int OK = 200;

    private final CloseableHttpClient client;
    private final URI url;
    private final Duration timeout;

    KeySetReader(CloseableHttpClient client, URI url, Duration timeout) {
        this.client = client;
        this.url = url;
        this.timeout = timeout;
    }

    /**
     * The keys for signatures that it holds.
     *
     * @param expires in milliseconds, as Keycloak keeps it
     * @throws IOException if it cannot be read; says why
     */
    PublicKeysWrapper read(long expires) throws IOException {
        byte[] body = withinTime();
        try {
            JSONWebKeySet set = JsonSerialization.readValue(body, JSONWebKeySet.class);
            if (set != null && set.getKeys() != null) {
                return new PublicKeysWrapper(
                        Stream.of(set.getKeys()).flatMap(KeySetReader::key).toList(), expires);
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new IOException("the answer is not a JWK set", unreadable);
        }
        throw new IOException("the answer is a JWK set without keys");
    }

    /** One that is not for signatures, or of a kind that nobody knows yet, must not keep the others from being used. */
    private static Stream<KeyWrapper> key(JWK jwk) {
        if (jwk.getPublicKeyUse() != null && !jwk.getPublicKeyUse().equals("sig")) {
            return Stream.empty();
        }
        try {
            return Stream.ofNullable(JWKSUtils.getKeyWrapper(jwk));
        } catch (RuntimeException unusable) {
            return Stream.empty();
        }
    }

    /** A limit for connecting and one between two bytes do not end an answer that trickles: the whole must have one. */
    private byte[] withinTime() throws IOException {
        HttpGet request = request();
        var answer = new FutureTask<>(() -> answer(request));
        Thread.ofPlatform().daemon().name("contact-center-posture-keys").start(answer);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + timeout, late);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is being stopped", ended);
        } finally {
            // Whatever is still to come is not waited for, and not read to its end.
            request.abort();
        }
    }

    private HttpGet request() {
        int millis = Math.toIntExact(timeout.toMillis());
        var request = new HttpGet(url);
        request.setHeader("Accept", "application/jwk-set+json, application/json");
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(millis)
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .build());
        return request;
    }

    private byte[] answer(HttpGet request) throws IOException {
        // Closing breaks the connection off unless all was read.
        try (CloseableHttpResponse response = client.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            if (status != OK || response.getEntity() == null) {
                throw new IOException("the answer has the status " + status);
            }
            InputStream content = response.getEntity().getContent();
            byte[] body = content.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                request.abort();
                throw new IOException("the answer has more than " + MOST_BYTES + " bytes");
            }
            return body;
        }
    }
}
