package dev.contactcenter.kit.setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;

/**
 * What components' settings were parsed to, so that a component is parsed once for each change and not with each request. What is
 * stored is compared as a whole: whatever way a change came, the next request sees it.
 *
 * @param <S> what the code works with
 */
public final class ParsedSettings<S> {

    /** More components than any realm has; those of removed realms are forgotten when this is reached. */
    private static final int MOST = 1000;

    private final Map<String, Parsed<S>> byComponent = new ConcurrentHashMap<>();

    private record Parsed<S>(String kind, Map<String, List<String>> stored, S settings) {
        boolean isOf(ComponentModel component) {
            return kind.equals(component.getProviderId()) && stored.equals(component.getConfig());
        }
    }

    /**
     * The settings of a component; of one that is not stored yet and has no id, parsed anew.
     *
     * @param parser the same for every component of a kind
     * @throws InvalidSettingException if one cannot be used: each time, since nothing is kept then
     */
    public S of(ComponentModel component, Function<ComponentModel, S> parser) {
        String id = component.getId();
        if (id == null) {
            return parser.apply(component);
        }
        Parsed<S> known = byComponent.get(id);
        if (known != null && known.isOf(component)) {
            return known.settings();
        }
        Map<String, List<String>> stored = copy(component);
        S settings = parser.apply(component);
        if (byComponent.size() >= MOST) {
            byComponent.clear();
        }
        byComponent.put(id, new Parsed<>(component.getProviderId(), stored, settings));
        return settings;
    }

    private static Map<String, List<String>> copy(ComponentModel component) {
        Map<String, List<String>> copy = new HashMap<>();
        component.getConfig().forEach((key, values) -> {
            if (values != null) {
                copy.put(key, new ArrayList<>(values));
            }
        });
        return copy;
    }
}
