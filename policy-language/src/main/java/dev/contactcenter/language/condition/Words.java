package dev.contactcenter.language.condition;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.DidYouMean;
import dev.contactcenter.language.Quoted;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that an attribute can be: its own, or those that the policy declares. */
final class Words {

    private final Map<Attribute, Set<String>> declared = new EnumMap<>(Attribute.class);

    Words(Map<Attribute, ? extends Collection<String>> vocabularies) {
        vocabularies.forEach((attribute, words) -> {
            Set<String> all = new LinkedHashSet<>(words);
            always(attribute).ifPresent(all::add);
            declared.put(attribute, all);
        });
    }

    /** The words; nothing if any text may stand there. */
    Optional<Set<String>> of(Attribute attribute) {
        return attribute.vocabulary().isEmpty()
                ? Optional.ofNullable(declared.get(attribute))
                : Optional.of(attribute.vocabulary());
    }

    boolean accepts(Attribute attribute, String word) {
        return of(attribute).map(words -> words.contains(word)).orElse(true);
    }

    /** What is wrong with a word that is not accepted. */
    static String what(Attribute attribute, String word) {
        return Quoted.of(word) + " is not " + noun(attribute);
    }

    /** What was probably meant by a word that is not accepted. */
    String suggestion(Attribute attribute, String word) {
        if (attribute == Attribute.ACTION_NAME && word.endsWith(":*")) {
            return "write action.resource == \"" + word.substring(0, word.length() - 2) + "\"";
        }
        return DidYouMean.among(word, of(attribute).orElse(Set.of()));
    }

    /** How a word of an attribute is compared, as an example. */
    String example(Attribute attribute) {
        List<String> words = of(attribute).map(List::copyOf).orElse(List.of());
        return words.isEmpty()
                ? "compare it with == and a text in quotes"
                : "compare it with == or in and words of its own: " + Quoted.list(words);
    }

    private static String noun(Attribute attribute) {
        return switch (attribute) {
            case MODE -> "a mode of this policy";
            case ACTION_NAME -> "an action of this policy";
            case NETWORK_ZONE -> "a zone of this policy";
            case AUTH_ACR -> "an assurance level of this policy";
            default -> "a value of " + attribute.path();
        };
    }

    private static Optional<String> always(Attribute attribute) {
        return switch (attribute) {
            case MODE, AUTH_ACR -> Optional.of(Attribute.NONE);
            case NETWORK_ZONE -> Optional.of(Attribute.UNKNOWN);
            default -> Optional.empty();
        };
    }
}
