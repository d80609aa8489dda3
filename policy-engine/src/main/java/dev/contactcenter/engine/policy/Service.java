package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import java.util.Set;

/**
 * A client that acts for itself, and all that it may do: for itself, and for a person whose token it exchanges.
 *
 * @param clientId its client id
 * @param fields the fields that it may read and write
 * @param rate how often it may do what it does
 * @param tokenRate how often it may be given a token
 */
public record Service(
        String clientId, Set<String> actions, FieldScope fields, Bound tokenLifespan, Rate rate, Rate tokenRate) {

    public Service {
        actions = Set.copyOf(actions);
    }

    /** One whose actions and token lifespan are all that limits it. */
    public Service(String clientId, Set<String> actions, Bound tokenLifespan) {
        this(clientId, actions, FieldScope.ALL, tokenLifespan, new Rate.Unlimited(), new Rate.Unlimited());
    }

    /** What binds it whatever the rules say. */
    public Obligations own() {
        return Obligations.NONE.withTokenLifespan(tokenLifespan).withRate(rate).withData(DataScope.of(fields));
    }
}
