package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import java.util.Set;

/**
 * A client that acts for itself, and all that it may do.
 *
 * @param clientId its client id
 */
public record Service(String clientId, Set<String> actions, Bound tokenLifespan) {

    public Service {
        actions = Set.copyOf(actions);
    }
}
