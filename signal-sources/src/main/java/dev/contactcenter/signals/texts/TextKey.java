package dev.contactcenter.signals.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * What stands for texts in keys: their SHA-256 in lower-case hex. Some databases take texts for the same that
 * differ in case, in accents or in blanks at their end, and would find one device under the id of another.
 */
public final class TextKey {

    /** How many characters a key has. */
    public static final int LENGTH = 64;

    /** Stands in no id and in no name. */
    private static final String BETWEEN = "\n";

    private TextKey() {}

    /**
     * The key of one text, or of several in their order.
     *
     * @param texts without line breaks
     */
    public static String of(String... texts) {
        byte[] text = String.join(BETWEEN, texts).getBytes(UTF_8);
        return HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, text));
    }
}
