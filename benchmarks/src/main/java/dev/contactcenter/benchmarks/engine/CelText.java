package dev.contactcenter.benchmarks.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a condition in CEL, as it stands in a policy document and as cel-java's own planner runs it. */
final class CelText {

    private CelText() {}

    static String all(List<Atom> atoms) {
        return atoms.stream().map(CelText::one).collect(Collectors.joining(" && "));
    }

    private static String one(Atom atom) {
        return switch (atom) {
            case Atom.Is is -> is.attribute().path() + (is.negated() ? " != " : " == ") + quoted(is.word());
            case Atom.OneOf oneOf ->
                oneOf.attribute().path() + " in "
                        + oneOf.words().stream().map(CelText::quoted).collect(Collectors.joining(", ", "[", "]"));
            case Atom.Has has -> quoted(has.member()) + " in " + has.attribute().path();
            case Atom.TierAtLeast(int tier) -> "action.tier >= " + tier;
            case Atom.OlderThan older ->
                "session.age > duration(\"" + older.age().toSeconds() + "s\")";
            case Atom.After after -> "now > timestamp(\"" + after.moment() + "\")";
        };
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
