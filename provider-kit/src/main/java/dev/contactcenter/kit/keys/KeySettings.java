package dev.contactcenter.kit.keys;

import dev.contactcenter.kit.setting.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.crypto.Algorithm;

/** What whoever trusts the keys of an issuer can be told. */
public final class KeySettings {

    /** How long a key counts without being read anew. */
    public static final Setting<Duration> LIFETIME = Setting.duration(
            "keyLifetime",
            "Lifetime of keys",
            "How long a key counts without being read anew, as an ISO 8601 duration: so long a withdrawn key is accepted. A key that"
                    + " is not known yet is looked for at once.",
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofDays(1));

    private static final Set<String> ASYMMETRIC = new LinkedHashSet<>(List.of(
            Algorithm.ES256,
            Algorithm.ES384,
            Algorithm.ES512,
            Algorithm.EdDSA,
            Algorithm.PS256,
            Algorithm.PS384,
            Algorithm.PS512,
            Algorithm.RS256,
            Algorithm.RS384,
            Algorithm.RS512));

    private KeySettings() {}

    /**
     * Reads the names of signature algorithms, with spaces between them.
     *
     * @throws IllegalArgumentException if one of them has no public key
     */
    public static Set<String> algorithms(String text) {
        List<String> named = Arrays.asList(text.split("\\s+", -1));
        List<String> others =
                named.stream().filter(name -> !ASYMMETRIC.contains(name)).toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("'" + String.join(" ", others) + "' is not one of "
                    + String.join(", ", ASYMMETRIC) + "; a key that both sides share cannot prove who signed");
        }
        return new LinkedHashSet<>(named);
    }
}
