package dev.contactcenter.it.signals;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An endpoint agent or access proxy that signs posture tokens, and its server of keys. */
public final class PostureIssuer implements AutoCloseable {

    /** Its name: the claim {@code iss}. */
    public static final String NAME = "https://posture.example.test";

    /** Whom its tokens are for: the claim {@code aud}. */
    public static final String AUDIENCE = "contact-center";

    /** The key that it begins with. */
    public static final String FIRST_KEY = "key-1";

    private final KeyServer server = new KeyServer();
    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

    /** One with a key. */
    public PostureIssuer() {
        addKey(FIRST_KEY);
    }

    /** Makes a key and publishes it. */
    public void addKey(String kid) {
        KeyPair pair = newKey();
        keys.put(kid, pair);
        server.publish(kid, (ECPublicKey) pair.getPublic());
    }

    /** Publishes a key no longer; it can still sign. */
    public void withdraw(String kid) {
        server.withdraw(kid);
    }

    /** Where it publishes its keys. */
    public String keysUrl() {
        return server.url();
    }

    /** How its server of keys behaves from now on, by the name of a {@link KeyServer.Mood}. */
    public void be(String mood) {
        server.be(KeyServer.Mood.valueOf(mood));
    }

    /** How often it was asked for its keys. */
    public int asked() {
        return server.asked();
    }

    /** A token about a compliant device, good for five minutes from now. */
    public PostureTokenText token(String device) {
        return new PostureTokenText(device, FIRST_KEY, key(FIRST_KEY));
    }

    /** One of its keys. */
    public KeyPair key(String kid) {
        KeyPair found = keys.get(kid);
        if (found == null) {
            throw new IllegalArgumentException("There is no key " + kid);
        }
        return found;
    }

    /** A key of nobody's. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
