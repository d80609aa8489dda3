package dev.contactcenter.kit.keys;

import dev.contactcenter.kit.http.BackOff;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The public keys of an issuer. Keycloak keeps them, and reads them anew for a key that it does not know yet, though not more often
 * than every ten seconds; ours is that they end, and that a server that fails is left alone for a while.
 */
public final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final KeycloakSession session;
    private final String trusting;
    private final URI url;
    private final Duration lifetime;
    private final Duration timeout;
    private final BackOff backOff;
    private final String place;

    /** Those that somebody trusts. */
    public IssuerKeys(KeycloakSession session, Trust trust, BackOff backOff) {
        this.session = session;
        this.trusting = trust.name();
        this.url = trust.url();
        this.lifetime = trust.lifetime();
        this.timeout = trust.timeout();
        this.backOff = backOff;
        this.place = "contact-center::" + trust.component() + "::" + url;
    }

    /**
     * Whose keys somebody trusts.
     *
     * @param component id of the component that trusts them; keys are kept for each apart
     * @param name of that component, for the log
     * @param url of the JWK set (RFC 7517 §5)
     * @param lifetime how long a key counts without being read anew
     * @param timeout how long a request waits for them at most
     */
    public record Trust(String component, String name, URI url, Duration lifetime, Duration timeout) {}

    /** What looking for a key gave. */
    public sealed interface Found {

        /** The key. */
        record Known(KeyWrapper key) implements Found {}

        /** The issuer has no such key. */
        record Unknown() implements Found {}

        /** The issuer had no such key a moment ago, and is not asked again yet: it may be a new one. */
        record Unseen() implements Found {}

        /** Nobody can tell at the moment. */
        record Unavailable(String why) implements Found {}
    }

    /** Looks for a key. */
    public Found find(String kid, String algorithm) {
        var readAnew = new AtomicBoolean();
        try {
            @Nullable
            KeyWrapper key = session.getProvider(PublicKeyStorageProvider.class)
                    .getPublicKey(place, kid, algorithm, () -> {
                        readAnew.set(true);
                        return load();
                    });
            if (key != null) {
                return new Found.Known(key);
            }
            return readAnew.get() ? new Found.Unknown() : new Found.Unseen();
        } catch (RuntimeException unread) {
            LOG.debugf(unread, "No key for '%s'", trusting);
            return new Found.Unavailable("the keys of the issuer cannot be read: "
                    + backOff.reason(place, now()).orElse("the server's log says why"));
        }
    }

    private PublicKeysWrapper load() throws IOException {
        var failing = backOff.reason(place, now());
        if (failing.isPresent()) {
            throw new IOException(failing.get());
        }
        try {
            var client = session.getProvider(HttpClientProvider.class).getHttpClient();
            return new KeySetReader(client, url, timeout)
                    .read(now().plus(lifetime).toEpochMilli());
        } catch (IOException | RuntimeException failed) {
            String why = String.valueOf(failed.getMessage());
            backOff.failed(place, now(), why);
            LOG.warnf(
                    "'%s' cannot read the issuer's keys and tries again in %s: %s (%s)",
                    trusting, BackOff.PAUSE, why, url);
            throw failed;
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
