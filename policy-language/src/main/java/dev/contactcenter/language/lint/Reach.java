package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Attribute;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the requests have in common that a rule is for. */
final class Reach {

    private static final Map<Attribute, Object> NO_ACTION = told("", 0, false);

    private final Policy policy;
    private final Rule rule;
    private final List<Action> actions;

    Reach(Policy policy, Rule rule) {
        this.policy = policy;
        this.rule = rule;
        List<Action> named = policy.actions().values().stream()
                .filter(action -> rule.looksAt(action.name()))
                .toList();
        List<Action> reached =
                named.stream().filter(action -> isGranted(action.name())).toList();
        // Of a rule for what nobody is granted yet, the condition is judged as if somebody were.
        this.actions = reached.isEmpty() ? named : reached;
    }

    private boolean isGranted(String action) {
        boolean byMode = policy.modes().values().stream()
                .anyMatch(mode -> mode.actions().contains(action)
                        && (rule.modes().isEmpty() || rule.modes().contains(mode.name())));
        return byMode
                || (rule.modes().isEmpty()
                        && policy.services().values().stream()
                                .anyMatch(service -> service.actions().contains(action)));
    }

    /** The actions that the rule can be asked about. */
    List<Action> actions() {
        return actions;
    }

    /** What conditions can read of the action asked for. */
    List<Map<Attribute, Object>> readings() {
        Stream<Map<Attribute, Object>> none =
                rule.target() instanceof Rule.Target.EveryRequest ? Stream.of(NO_ACTION) : Stream.empty();
        return Stream.concat(none, actions.stream().map(Reach::told)).toList();
    }

    /** What conditions read of an action. */
    static Map<Attribute, Object> told(Action action) {
        return told(action.name(), action.tier(), action.privileged());
    }

    private static Map<Attribute, Object> told(String name, int tier, boolean privileged) {
        int colon = name.indexOf(':');
        Map<Attribute, Object> told = new HashMap<>();
        told.put(Attribute.ACTION_NAME, name);
        told.put(Attribute.ACTION_RESOURCE, colon < 0 ? name : name.substring(0, colon));
        told.put(Attribute.ACTION_VERB, colon < 0 ? "" : name.substring(colon + 1));
        told.put(Attribute.ACTION_TIER, (long) tier);
        told.put(Attribute.ACTION_PRIVILEGED, privileged);
        return Map.copyOf(told);
    }

    /** The words that an attribute can be; nothing if it can be any text. */
    Optional<Set<String>> words(Attribute attribute) {
        return switch (attribute) {
            case MODE ->
                Optional.of(rule.modes().isEmpty() ? with(policy.modes().keySet(), Attribute.NONE) : rule.modes());
            // Only a person has a mode.
            case USER_KIND -> Optional.of(rule.modes().isEmpty() ? attribute.vocabulary() : Set.of("person"));
            case AUTH_ACR -> Optional.of(with(policy.assurance(), Attribute.NONE));
            case NETWORK_ZONE -> Optional.of(with(policy.zones().names(), Attribute.UNKNOWN));
            default -> attribute.vocabulary().isEmpty() ? Optional.empty() : Optional.of(attribute.vocabulary());
        };
    }

    private static Set<String> with(Collection<String> words, String more) {
        Set<String> all = new TreeSet<>(words);
        all.add(more);
        return all;
    }
}
