package dev.contactcenter.language.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a policy document a doubt is about, told without knowing where it stands.
 *
 * @param steps from the document as a whole inwards
 */
public record Spot(List<Step> steps) {

    /** The document as a whole. */
    public static final Spot DOCUMENT = new Spot(List.of());

    public Spot {
        steps = List.copyOf(steps);
    }

    /** One step inwards. */
    public sealed interface Step {

        /** To the value of a key. */
        record Key(String name) implements Step {}

        /** To an item of a list, counted from 0. */
        record Item(int index) implements Step {}

        /** To the item of a list that is this text. */
        record Word(String text) implements Step {}
    }

    /** The value of a key. */
    public Spot key(String name) {
        return inwards(new Step.Key(name));
    }

    /** An item of a list, counted from 0. */
    public Spot item(int index) {
        return inwards(new Step.Item(index));
    }

    /** The item of a list that is this text. */
    public Spot word(String text) {
        return inwards(new Step.Word(text));
    }

    private Spot inwards(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Spot(longer);
    }
}
