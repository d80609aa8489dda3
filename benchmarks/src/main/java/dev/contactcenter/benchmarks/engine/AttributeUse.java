package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.Attribute;
import java.util.List;

/** Which attributes a policy speaks about: an engine that is handed a context is handed no more than these. */
final class AttributeUse {

    private AttributeUse() {}

    static List<Attribute> of(NeutralPolicy policy) {
        return policy.rules().stream()
                .flatMap(rule -> rule.atoms().stream())
                .map(AttributeUse::of)
                .distinct()
                .toList();
    }

    private static Attribute of(Atom atom) {
        return switch (atom) {
            case Atom.Is is -> is.attribute();
            case Atom.OneOf oneOf -> oneOf.attribute();
            case Atom.Has has -> has.attribute();
            case Atom.TierAtLeast ignored -> Attribute.ACTION_TIER;
            case Atom.OlderThan ignored -> Attribute.SESSION_AGE;
            case Atom.After ignored -> Attribute.NOW;
        };
    }
}
