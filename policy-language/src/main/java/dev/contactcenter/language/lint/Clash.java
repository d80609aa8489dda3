package dev.contactcenter.language.lint;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why a condition can never hold.
 *
 * @param asked what excludes each other; one question alone if it never gets the wanted answer; empty if the condition is constant
 * @param signals labels of those without which nobody can tell that it does not hold
 */
record Clash(List<Asked> asked, Set<String> signals) {

    static final Clash OF_CONSTANTS = new Clash(List.of(), Set.of());

    /** To find the pair among more would take long, and nobody asks more about one attribute by hand. */
    private static final int MOST_PAIRED = 12;

    Clash {
        asked = List.copyOf(asked);
    }

    /** Of questions that cannot be answered as wanted: of one or two of them if these cannot already. */
    static Clash among(List<Asked> all, Predicate<Collection<Asked>> isPossible) {
        List<Asked> smallest = smallest(all, isPossible);
        return new Clash(smallest, missable(smallest));
    }

    private static List<Asked> smallest(List<Asked> all, Predicate<Collection<Asked>> isPossible) {
        for (int i = 0; all.size() <= MOST_PAIRED && i < all.size(); i++) {
            for (int j = 0; j <= i; j++) {
                List<Asked> few = i == j ? List.of(all.get(i)) : List.of(all.get(j), all.get(i));
                if (!isPossible.test(few)) {
                    return few;
                }
            }
        }
        return all;
    }

    private static Set<String> missable(List<Asked> asked) {
        return asked.stream()
                .map(Asked::attribute)
                .flatMap(Optional::stream)
                .filter(Clash::isMissable)
                .map(attribute -> attribute.signal().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isMissable(Attribute attribute) {
        return switch (attribute) {
            case RESOURCE_ID, AUTH_AAGUID, AUTH_ATTACHMENT, AUTH_AGE -> true;
            default -> attribute.signal().isObserved();
        };
    }

    boolean isCertain() {
        return signals.isEmpty();
    }

    /** The same, where the signals of another have to be known as well. */
    Clash and(Clash other) {
        Set<String> all = new TreeSet<>(signals);
        all.addAll(other.signals);
        return new Clash(asked.isEmpty() ? other.asked : asked, all);
    }

    /** As a clause. */
    String told() {
        List<String> texts = asked.stream().map(one -> Quoted.of(one.text())).toList();
        return switch (asked.size()) {
            case 0 -> "it is false of every request";
            case 1 -> texts.getFirst() + isNever(asked.getFirst());
            case 2 -> texts.getFirst() + " and " + texts.getLast() + " exclude each other";
            default -> texts.stream().limit(MOST_PAIRED).collect(Collectors.joining(", ")) + " exclude each other";
        };
    }

    private static String isNever(Asked one) {
        return switch (one.attribute().orElse(Attribute.NOW)) {
            case MODE, USER_KIND -> " is false in every mode that the rule is for";
            case ACTION_NAME, ACTION_RESOURCE, ACTION_VERB, ACTION_TIER, ACTION_PRIVILEGED ->
                " is false of every action that the rule is for";
            default -> " is never true";
        };
    }
}
