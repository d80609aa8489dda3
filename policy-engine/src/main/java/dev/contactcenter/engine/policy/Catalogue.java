package dev.contactcenter.engine.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be asked for, and who may.
 *
 * @param actions by name
 * @param modes by name
 * @param services by client id
 */
public record Catalogue(Map<String, Action> actions, Map<String, Mode> modes, Map<String, Service> services) {

    public Catalogue {
        actions = copy(actions);
        modes = copy(modes);
        services = copy(services);
    }

    /** In the order of the document, and quicker to look up in than {@link Map#copyOf}. */
    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
