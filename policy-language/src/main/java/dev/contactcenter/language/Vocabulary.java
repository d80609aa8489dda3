package dev.contactcenter.language;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.condition.Conditions;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words that a policy declares and its rules use. A word whose declaration has a problem is still a word: its uses are
 * not problems of their own.
 */
record Vocabulary(
        List<String> assurance, Collection<String> actions, Collection<String> modes, Collection<String> zones) {

    /** A compiler of conditions that knows these words. */
    Conditions conditions() {
        return new Conditions(Map.of(
                Attribute.AUTH_ACR,
                assurance,
                Attribute.ACTION_NAME,
                actions,
                Attribute.MODE,
                modes,
                Attribute.NETWORK_ZONE,
                zones));
    }
}
