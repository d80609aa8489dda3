package dev.contactcenter.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads values of one type; a value of another type is an error and reads as nothing. */
final class Values {

    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    Optional<Node.Mapping> mapping(Node node) {
        return node instanceof Node.Mapping mapping
                ? Optional.of(mapping)
                : wrong(node, "a mapping", "write key: value pairs below it, indented");
    }

    /** A text that is not empty. */
    Optional<String> text(Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isEmpty()) {
            return wrong(node, "a text", "");
        }
        return scalar.kind() == Node.Kind.TEXT
                ? Optional.of(scalar.text())
                : wrong(node, "a text", "put it into quotes: \"" + Quoted.shortened(scalar.text()) + "\"");
    }

    /** A text on one line, as it is shown to people and written to logs: an escape in quotes could forge lines of theirs. */
    Optional<String> line(Node node) {
        return text(node).filter(text -> {
            boolean isShown = text.codePoints()
                    .noneMatch(c -> Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.LINE_SEPARATOR
                            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
            if (!isShown) {
                findings.error(
                        node.place(),
                        "a character that is not seen cannot be used in this text",
                        "write it on one line");
            }
            return isShown;
        });
    }

    Optional<Integer> wholeNumber(Node node, int least, int most) {
        if (node instanceof Node.Scalar scalar
                && scalar.kind() == Node.Kind.NUMBER
                && scalar.text().matches("\\d{1,9}")
                && Integer.parseInt(scalar.text()) >= least
                && Integer.parseInt(scalar.text()) <= most) {
            return Optional.of(Integer.valueOf(scalar.text()));
        }
        return wrong(node, "a whole number from " + least + " to " + most, "");
    }

    Optional<Boolean> truth(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TRUTH) {
            return Optional.of(scalar.text().equalsIgnoreCase("true"));
        }
        return wrong(node, "true or false", "");
    }

    /** The words that stand for the members of an enum, in its order. */
    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Values::kebab).toList();
    }

    /** One of some words. */
    Optional<String> word(Node node, Collection<String> words) {
        return text(node).filter(word -> {
            if (!words.contains(word)) {
                findings.error(
                        node.place(),
                        Quoted.of(word) + " is not one of " + Quoted.list(words),
                        () -> DidYouMean.nearest(word, words)
                                .map(near -> "did you mean " + Quoted.of(near) + "?")
                                .orElse(""));
            }
            return words.contains(word);
        });
    }

    /** The enum member that is written in kebab case. */
    <E extends Enum<E>> Optional<E> choice(Node node, Class<E> type) {
        List<E> members = Arrays.asList(type.getEnumConstants());
        return word(node, words(type))
                .flatMap(word -> members.stream()
                        .filter(member -> kebab(member).equals(word))
                        .findFirst());
    }

    /** Distinct values of a list that must not be empty; an unusable item is an error and left out. */
    <T> Set<T> several(Node node, Function<Node, Optional<T>> item, String ifEmpty) {
        if (node instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
            findings.error(node.place(), "this list is empty", ifEmpty);
        }
        return any(node, item);
    }

    /** Distinct values of a list that may be empty; an unusable item is an error and left out. */
    <T> Set<T> any(Node node, Function<Node, Optional<T>> item) {
        if (!(node instanceof Node.Sequence sequence)) {
            wrong(
                    node,
                    "a list",
                    node instanceof Node.Scalar one ? "write [" + Quoted.shortened(one.text()) + "]" : "");
            return Set.of();
        }
        Set<T> values = new LinkedHashSet<>();
        for (Node each : sequence.items()) {
            item.apply(each)
                    .filter(value -> !values.add(value))
                    .ifPresent(value -> findings.error(
                            each.place(), Quoted.of(value.toString()) + " is listed twice", "name it once"));
        }
        return values;
    }

    private <T> Optional<T> wrong(Node node, String needed, String suggestion) {
        findings.error(node.place(), needed + " is needed here, not " + node.description(), suggestion);
        return Optional.empty();
    }

    static String kebab(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
