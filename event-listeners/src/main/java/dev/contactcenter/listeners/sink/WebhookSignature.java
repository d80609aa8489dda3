package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature v1 of Standard Webhooks: HMAC-SHA256 (RFC 2104) over id, time and body. */
public final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<byte[]> keys;

    private WebhookSignature(List<byte[]> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * By one secret, or by several while a receiver changes its own.
     *
     * @param secrets with spaces between them, each {@code whsec_} and 24 to 64 bytes in base64
     * @throws IllegalArgumentException if one is something else; the message does not show it
     */
    public static WebhookSignature by(String secrets) {
        return new WebhookSignature(Arrays.stream(secrets.split(" +", -1))
                .map(WebhookSignature::key)
                .toList());
    }

    private static byte[] key(String secret) {
        String problem = "it is not " + PREFIX + " and " + SHORTEST + " to " + LONGEST + " bytes in base64";
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(problem);
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            if (key.length >= SHORTEST && key.length <= LONGEST) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(problem, notBase64);
        }
        throw new IllegalArgumentException(problem);
    }

    /** What goes into the header {@code webhook-signature}. */
    String of(String id, long seconds, byte[] body) {
        byte[] head = (id + "." + seconds + ".").getBytes(UTF_8);
        return keys.stream().map(key -> "v1," + sign(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String sign(byte[] key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is always there, because every Java platform must have it", e);
        }
    }
}
