package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.setting.Setting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Whom the subjects of a stream mean (RFC 9493).
 *
 * @param realmIssuer the issuer under which a subject is Keycloak's id of an account or session of this realm
 * @param identityProviders other issuers, and the alias of the identity provider whose users their subjects are
 * @param critical members of a complex subject that must be understood (SSF 1.0 §3.5)
 */
public record SubjectRules(String realmIssuer, Map<String, String> identityProviders, Set<String> critical) {

    private static final Setting<String> REALM_ISSUER = Setting.text(
            "realmIssuer",
            "Issuer of this realm",
            "What the transmitter calls this realm: a subject of format iss_sub with this iss names an account by its id here. Empty"
                    + " takes the audience.",
            "");

    private static final Setting<Map<String, String>> IDENTITY_PROVIDERS = new Setting<>(
            "identityProviders",
            "Issuers of identity providers",
            "Other issuers whose subjects are known here, as issuer=alias with spaces between them: the alias of the identity"
                    + " provider through which they sign in. Empty knows none.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            SubjectRules::providers);

    private static final Setting<Set<String>> CRITICAL = new Setting<>(
            "criticalMembers",
            "Critical members",
            "Members of a complex subject that the transmitter calls critical_subject_members, with spaces between them. An event with"
                    + " one of them other than user, session and device has no effect.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            SubjectRules::words);

    static final List<Setting<?>> ALL = List.of(REALM_ISSUER, IDENTITY_PROVIDERS, CRITICAL);

    public SubjectRules {
        identityProviders = Map.copyOf(identityProviders);
        critical = Set.copyOf(critical);
    }

    static SubjectRules of(Map<String, String> stored) {
        String realmIssuer = REALM_ISSUER.from(stored);
        return new SubjectRules(
                realmIssuer.isEmpty() ? Transmitter.AUDIENCE.from(stored) : realmIssuer,
                IDENTITY_PROVIDERS.from(stored),
                CRITICAL.from(stored));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> providers(String text) {
        Map<String, String> providers = new LinkedHashMap<>();
        for (String pair : words(text)) {
            int equals = pair.lastIndexOf('=');
            if (equals <= 0 || equals == pair.length() - 1) {
                throw new IllegalArgumentException("'" + pair
                        + "' is not an issuer and an alias; write for example https://idp.example.test=corporate");
            }
            providers.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return providers;
    }
}
