package dev.contactcenter.engine.policy;

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
        actions = Map.copyOf(actions);
        modes = Map.copyOf(modes);
        services = Map.copyOf(services);
    }
}
