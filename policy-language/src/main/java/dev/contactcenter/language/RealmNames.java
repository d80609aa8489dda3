package dev.contactcenter.language;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a realm has under which name, and how long its sessions last, as far as it is told: what is not there is not checked.
 *
 * @param known never holds names of a kind of which not all are known
 */
public record RealmNames(Map<Kind, Set<String>> known, RealmSessions sessions) {

    /** Nothing is known, so nothing is checked. */
    public static final RealmNames NOT_TOLD = new RealmNames(Map.of(), RealmSessions.NOT_TOLD);

    public RealmNames {
        known = known.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** What a policy names and a realm has. */
    public enum Kind {
        /** Names of client scopes. */
        SCOPE("client scope"),
        /** Keys of the ACR to LoA mapping. */
        ACR("ACR value"),
        /** Names of realm roles. */
        ROLE("realm role"),
        /** Client ids. */
        CLIENT("client"),
        /** Paths of groups. */
        GROUP("group");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How a message calls it. */
        String word() {
            return word;
        }
    }
}
