package dev.contactcenter.engine.policy;

import java.util.Set;

/**
 * One thing that may be done.
 *
 * @param name {@code resource:verb}
 * @param tier sensitivity from 0 (everyday) to 3 (highest)
 * @param privileged whether each decision about it is a privileged access event
 * @param audience client ids of the resource servers that may receive it; empty if any may
 */
public record Action(String name, int tier, boolean privileged, Set<String> audience) {

    public Action {
        audience = Set.copyOf(audience);
    }
}
