package dev.contactcenter.listeners.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Puts pseudonyms in the place of what is personal, before a record is stored. The same person has the same pseudonym in all records of a
 * realm, so that they can be told apart and followed; who it is, only the holder of the key can find out, by working out the pseudonym of
 * a name again.
 */
public final class Pseudonyms {

    /** Records stay as they are. */
    public static final Pseudonyms NONE = new Pseudonyms(EnumSet.noneOf(PersonalMember.class), new byte[0]);

    private static final String OPTION_PREFIX = "spi-contact-center-recorder--outbox--";
    private static final String MEMBERS = "pseudonyms";
    private static final String KEY = "pseudonym-key";
    private static final int SHORTEST_KEY = 32;
    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Set<PersonalMember> members;
    private final byte[] key;

    private Pseudonyms(Set<PersonalMember> members, byte[] key) {
        this.members = members;
        this.key = key;
    }

    /**
     * Reads the server options.
     *
     * @throws IllegalArgumentException if one is set to what cannot be used; its message says what would be right
     */
    public static Pseudonyms from(Config.Scope options) {
        String named = options.get(MEMBERS);
        if (named == null || named.isBlank()) {
            return NONE;
        }
        String key = options.get(KEY);
        if (key == null || key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(String.format(
                    "Server option '%s' cannot be used: it needs at least %d characters, because names are few and would be guessed",
                    OPTION_PREFIX + KEY, SHORTEST_KEY));
        }
        return of(named, key);
    }

    /**
     * Pseudonyms made with a key.
     *
     * @param named what stands as one, with commas between
     * @throws IllegalArgumentException if one of these is nothing personal
     */
    public static Pseudonyms of(String named, String key) {
        Set<PersonalMember> members = Arrays.stream(named.split(",", -1))
                .map(String::strip)
                .map(word -> PersonalMember.of(word)
                        .orElseThrow(() -> new IllegalArgumentException(String.format(
                                "Server option '%s' cannot be used: '%s' is not one of %s",
                                OPTION_PREFIX + MEMBERS, word, words()))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalMember.class)));
        return new Pseudonyms(members, key.getBytes(UTF_8));
    }

    /** The options as Keycloak's command line shows them: new ones for each call, because they are mutable. */
    public static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(MEMBERS)
                .label("Pseudonyms")
                .helpText("What of a person stands as a pseudonym in records, several with a comma between them: "
                        + words() + ". Empty for nothing.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(KEY)
                .label("Pseudonym key")
                .helpText("The secret that pseudonyms are made with, of at least " + SHORTEST_KEY
                        + " characters. With another key, everybody has another pseudonym.")
                .type(ProviderConfigProperty.PASSWORD)
                .secret(true)
                .add()
                .build();
    }

    private static String words() {
        return Arrays.stream(PersonalMember.values()).map(PersonalMember::word).collect(Collectors.joining(", "));
    }

    /** Whether records stay as they are. */
    public boolean isNone() {
        return members.isEmpty();
    }

    /** Changes a record. */
    public void apply(ObjectNode record) {
        String realm = record.path("realm").asText("");
        members.forEach(
                member -> member.places().forEach(place -> apply(record, realm, member, JsonPointer.compile(place))));
    }

    private void apply(ObjectNode record, String realm, PersonalMember member, JsonPointer place) {
        JsonNode value = record.at(place);
        if (value.isTextual() && record.at(place.head()) instanceof ObjectNode holder) {
            holder.put(place.last().getMatchingProperty(), pseudonym(realm, member, value.textValue()));
        }
    }

    private String pseudonym(String realm, PersonalMember member, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] code =
                    mac.doFinal(String.join("\n", realm, member.word(), value).getBytes(UTF_8));
            return "p-" + HexFormat.of().formatHex(code).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC with SHA-256 is missing although every Java has it", e);
        }
    }
}
