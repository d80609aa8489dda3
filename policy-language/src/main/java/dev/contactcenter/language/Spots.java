package dev.contactcenter.language;

import dev.contactcenter.language.lint.Spot;
import dev.contactcenter.language.lint.Spot.Step;
import java.util.Optional;

/** Finds where in a document something stands. */
final class Spots {

    private final Node.Mapping root;

    Spots(Node.Mapping root) {
        this.root = root;
    }

    /** The place, or that of the innermost thing around it that is written. Of a whole section, its key says which it is. */
    Place place(Spot spot) {
        Node at = root;
        Place place = Place.ofDocument();
        for (Step step : spot.steps()) {
            Optional<Node.Entry> next = inwards(at, step);
            if (next.isEmpty()) {
                return place;
            }
            at = next.get().value();
            place = at instanceof Node.Mapping ? next.get().key() : at.place();
        }
        return place;
    }

    /** What a step leads to; an item of a list stands for its own key. */
    private static Optional<Node.Entry> inwards(Node from, Step step) {
        return switch (step) {
            case Step.Key(String name) ->
                from instanceof Node.Mapping mapping
                        ? Optional.ofNullable(mapping.entries().get(name))
                        : Optional.empty();
            case Step.Item(int index) ->
                from instanceof Node.Sequence list && index < list.items().size()
                        ? Optional.of(entry(list.items().get(index)))
                        : Optional.empty();
            case Step.Word(String text) ->
                from instanceof Node.Sequence list
                        ? list.items().stream()
                                .filter(item -> item instanceof Node.Scalar scalar
                                        && scalar.text().equals(text))
                                .map(Spots::entry)
                                .findFirst()
                        : Optional.empty();
        };
    }

    private static Node.Entry entry(Node item) {
        return new Node.Entry(item.place(), item);
    }
}
