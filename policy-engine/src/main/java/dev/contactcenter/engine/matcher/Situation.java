package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.request.Attribute;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is settled about a request before it is read: the mode and one action. Rules are compiled for each situation, so that what
 * they ask about it costs nothing when a request comes.
 *
 * @param mode none for a service
 * @param action none for a request about a mode alone
 */
record Situation(@Nullable Mode mode, @Nullable Action action) {

    private static final Answer NOT_ASKED = Answer.OPEN;

    /** The name of the mode, or what conditions read where there is none. */
    String modeName() {
        return mode == null ? Attribute.NONE : mode.name();
    }

    /** The name of the action; empty if there is none. */
    String actionName() {
        return action == null ? "" : action.name();
    }

    /** The answer to what is asked about the mode or the action; open for all that only the request can answer. */
    Answer answer(Predicate predicate) {
        return Predicates.attribute(predicate)
                .flatMap(this::value)
                .map(value -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO)
                .orElse(NOT_ASKED);
    }

    Optional<Object> value(Attribute attribute) {
        return attribute == Attribute.MODE
                ? Optional.of(modeName())
                : Optional.ofNullable(ofAction().get(attribute));
    }

    /** Of no action: empty words, tier 0, so that what is asked about an action is false of a request without one. */
    private Map<Attribute, Object> ofAction() {
        String name = actionName();
        int colon = name.indexOf(':');
        return Map.of(
                Attribute.ACTION_NAME,
                name,
                Attribute.ACTION_RESOURCE,
                colon < 0 ? name : name.substring(0, colon),
                Attribute.ACTION_VERB,
                colon < 0 ? "" : name.substring(colon + 1),
                Attribute.ACTION_TIER,
                action == null ? 0L : (long) action.tier(),
                Attribute.ACTION_PRIVILEGED,
                action != null && action.privileged());
    }
}
