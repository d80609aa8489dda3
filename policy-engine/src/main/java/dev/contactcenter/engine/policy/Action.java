package dev.contactcenter.engine.policy;

import java.util.Set;

/**
 * One thing that may be done.
 *
 * @param name {@code resource:verb}
 * @param tier sensitivity from 0 (everyday) to 3 (highest)
 * @param privileged whether each decision about it is a privileged access event
 * @param audience client ids of resource servers, one of which a token that carries it must name; empty if any will do
 */
public record Action(String name, int tier, boolean privileged, Set<String> audience) {

    public Action {
        audience = Set.copyOf(audience);
    }
}
