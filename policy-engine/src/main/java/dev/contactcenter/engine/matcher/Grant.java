package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.policy.Mode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may ask for, and the rules that then matter.
 *
 * @param mode none for a service, and for a person who asks for neither mode nor action
 * @param byAction the rules for each action that is granted
 * @param withoutAction the rules for a request about a mode alone
 * @param own what binds whatever the rules say
 */
record Grant(@Nullable Mode mode, Map<String, Index> byAction, Index withoutAction, Obligations own) {

    Set<String> modes() {
        return mode == null ? Set.of() : Set.of(mode.name());
    }
}
