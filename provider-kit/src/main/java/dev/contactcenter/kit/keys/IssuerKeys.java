package dev.contactcenter.kit.keys;

import dev.contactcenter.kit.setting.ComponentName;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
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
    private final String component;
    private final URI url;
    private final Duration lifetime;
    private final Duration timeout;
    private final BackOff backOff;
    private final String place;

    /**
     * Those that a component trusts.
     *
     * @param url of the JWK set (RFC 7517 §5)
     * @param lifetime how long a key counts without being read anew
     * @param timeout how long a request waits for them at most
     */
    public IssuerKeys(
            KeycloakSession session,
            ComponentModel component,
            URI url,
            Duration lifetime,
            Duration timeout,
            BackOff backOff) {
        this.session = session;
        this.component = ComponentName.of(component);
        this.url = url;
        this.lifetime = lifetime;
        this.timeout = timeout;
        this.backOff = backOff;
        this.place = "contact-center::" + component.getId() + "::" + url;
    }

    /** What looking for a key gave. */
    public sealed interface Found {

        /** The key. */
        record Known(KeyWrapper key) implements Found {}

        /** The issuer has no such key. */
        record Unknown() implements Found {}

        /** Nobody can tell at the moment. */
        record Unavailable(String why) implements Found {}
    }

    /** Looks for a key. */
    public Found find(String kid, String algorithm) {
        try {
            @Nullable
            KeyWrapper key =
                    session.getProvider(PublicKeyStorageProvider.class).getPublicKey(place, kid, algorithm, this::load);
            return key == null ? new Found.Unknown() : new Found.Known(key);
        } catch (RuntimeException unread) {
            LOG.debugf(unread, "No key for '%s'", component);
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
                    component, BackOff.PAUSE, why, url);
            throw failed;
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
