package dev.contactcenter.kit.policy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * The realm's ACR-to-LoA map. Only the realm's own counts: a client's map could call a password phishing-resistant.
 *
 * @param levels acr value to level of authentication
 */
public record AcrLevels(Map<String, Integer> levels) {

    public AcrLevels {
        levels = Map.copyOf(levels);
    }

    /** The realm's map; empty if there is none or it cannot be parsed. */
    public static AcrLevels of(RealmModel realm) {
        String text = realm.getAttribute(Constants.ACR_LOA_MAP);
        if (text == null || text.isBlank()) {
            return new AcrLevels(Map.of());
        }
        try {
            return new AcrLevels(AcrUtils.parseAcrLoaMap(text));
        } catch (IOException unreadable) {
            return new AcrLevels(Map.of());
        }
    }

    /** The level of an acr value, if the realm has one. */
    public Optional<Integer> level(String acr) {
        return Optional.ofNullable(levels.get(acr));
    }

    /** The acr value of a level; of several, the first in the alphabet. */
    public Optional<String> name(int level) {
        @Nullable String first = null;
        for (Map.Entry<String, Integer> one : levels.entrySet()) {
            if (one.getValue() == level && (first == null || one.getKey().compareTo(first) < 0)) {
                first = one.getKey();
            }
        }
        return Optional.ofNullable(first);
    }
}
