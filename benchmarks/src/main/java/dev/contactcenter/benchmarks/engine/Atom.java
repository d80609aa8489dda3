package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One question about one attribute, in no engine's language; a rule is a conjunction of them. */
sealed interface Atom {

    /** The attribute is, or if negated is not, this word. */
    record Is(Attribute attribute, String word, boolean negated) implements Atom {}

    /** The attribute is one of these words. */
    record OneOf(Attribute attribute, List<String> words) implements Atom {}

    /** The set of texts has this one. */
    record Has(Attribute attribute, String member) implements Atom {}

    /** The action is at least this sensitive. */
    record TierAtLeast(int tier) implements Atom {}

    /** The session began longer ago than this; whole seconds. */
    record OlderThan(Duration age) implements Atom {}

    /** It is later than this; whole seconds. */
    record After(Instant moment) implements Atom {}

    static Atom is(Attribute attribute, String word) {
        return new Is(attribute, word, false);
    }

    static Atom isNot(Attribute attribute, String word) {
        return new Is(attribute, word, true);
    }

    static Atom oneOf(Attribute attribute, String... words) {
        return new OneOf(attribute, List.of(words));
    }

    static Atom has(Attribute attribute, String member) {
        return new Has(attribute, member);
    }
}
