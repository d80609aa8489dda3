package dev.contactcenter.kit.keys;

import dev.contactcenter.kit.http.BoundedExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/** Reads a JWK set. */
final class KeySetReader {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final BoundedExchange exchange;
    private final URI url;

    KeySetReader(CloseableHttpClient client, URI url, Duration timeout) {
        this.exchange = new BoundedExchange(client, timeout, MOST_BYTES);
        this.url = url;
    }

    /**
     * The keys for signatures that it holds.
     *
     * @param expires in milliseconds, as Keycloak keeps it
     * @throws IOException if it cannot be read; says why
     */
    PublicKeysWrapper read(long expires) throws IOException {
        byte[] body = body();
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

    private byte[] body() throws IOException {
        var request = new HttpGet(url);
        request.setHeader("Accept", "application/jwk-set+json, application/json");
        BoundedExchange.Reply reply = exchange.send(request);
        if (reply.status() != OK || reply.body().length == 0) {
            throw new IOException("the answer has the status " + reply.status());
        }
        return reply.body();
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
}
