package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelExpr;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Attribute.Kind;
import dev.contactcenter.language.condition.Lowering.Side;

/** Turns the comparison of an attribute with a constant into a predicate. */
final class Comparisons {

    private static final String CONSTANT = "write a constant on one side and an attribute on the other";

    private final Words words;
    private final Spans spans;
    private final Flaws flaws;

    Comparisons(Words words, Spans spans, Flaws flaws) {
        this.words = words;
        this.spans = spans;
        this.flaws = flaws;
    }

    Formula compare(CelExpr node, Relation relation, Side left, Side right) {
        Operand one = left.operand();
        Operand other = right.operand();
        if (one instanceof Operand.Unusable || other instanceof Operand.Unusable) {
            return Formula.NEVER;
        }
        if (one instanceof Operand.Nested || other instanceof Operand.Nested) {
            return refuse(node, "a condition cannot be compared", "join conditions with &&, || and !");
        }
        if (one.isConstant() && other.isConstant()) {
            return refuse(node, "two constants are compared, which is the same for every request", CONSTANT);
        }
        if (!one.isConstant() && !other.isConstant()) {
            return refuse(node, one.described() + " cannot be compared with " + other.described(), CONSTANT);
        }
        return one.isConstant()
                ? withConstant(node, relation.mirrored(), right, left)
                : withConstant(node, relation, left, right);
    }

    private Formula withConstant(CelExpr node, Relation relation, Side variable, Side constant) {
        if (variable.operand() instanceof Operand.Clock clock && constant.operand() instanceof Operand.Number number) {
            return clock(constant.node(), relation, clock, number.number());
        }
        if (variable.operand() instanceof Operand.Value value) {
            return switch (value.attribute().kind()) {
                case TEXT, WORD -> text(node, relation, value, constant);
                case NUMBER -> number(node, relation, value, constant);
                case TRUTH -> truth(node, relation, value, constant);
                case DURATION -> duration(node, relation, value, constant);
                case TIME -> time(node, relation, value, constant);
                case TEXTS -> mismatch(node, relation, value, constant.operand());
            };
        }
        return mismatch(node, relation, variable.operand(), constant.operand());
    }

    private Formula text(CelExpr node, Relation relation, Operand.Value value, Side constant) {
        Attribute attribute = value.attribute();
        if (!(constant.operand() instanceof Operand.Text text)) {
            return mismatch(node, relation, value, constant.operand());
        }
        if (!relation.isEquality()) {
            String what = "'" + relation.sign() + "' cannot compare " + attribute.path() + ": texts have no order";
            return refuse(node, what, words.example(attribute));
        }
        if (!words.accepts(attribute, text.text())) {
            String suggestion = words.suggestion(attribute, text.text());
            return refuse(constant.node(), Words.what(attribute, text.text()), suggestion);
        }
        return relation.over(order -> new Predicate.Is(attribute, text.text()));
    }

    private Formula number(CelExpr node, Relation relation, Operand.Value value, Side constant) {
        return constant.operand() instanceof Operand.Number number
                ? relation.over(order -> new Predicate.NumberIs(value.attribute(), order, number.number()))
                : mismatch(node, relation, value, constant.operand());
    }

    private Formula truth(CelExpr node, Relation relation, Operand.Value value, Side constant) {
        if (!(constant.operand() instanceof Operand.Truth truth) || !relation.isEquality()) {
            return mismatch(node, relation, value, constant.operand());
        }
        Formula plain = new Formula.Atom(new Predicate.IsTrue(value.attribute()));
        return truth.truth() == (relation == Relation.EQUAL) ? plain : new Formula.Not(plain);
    }

    private Formula duration(CelExpr node, Relation relation, Operand.Value value, Side constant) {
        return constant.operand() instanceof Operand.Length length
                ? relation.over(order -> new Predicate.DurationIs(value.attribute(), order, length.duration()))
                : mismatch(node, relation, value, constant.operand());
    }

    private Formula time(CelExpr node, Relation relation, Operand.Value value, Side constant) {
        return constant.operand() instanceof Operand.Moment moment
                ? relation.over(order -> new Predicate.TimeIs(value.attribute(), order, moment.instant()))
                : mismatch(node, relation, value, constant.operand());
    }

    private Formula clock(CelExpr node, Relation relation, Operand.Clock clock, long number) {
        if (number < 0 || number > most(clock.field())) {
            return refuse(node, number + " is never shown", range(clock.field()));
        }
        return relation.over(
                order -> new Predicate.ClockIs(clock.attribute(), clock.field(), clock.zone(), order, number));
    }

    private static int most(ClockField field) {
        return switch (field) {
            case HOURS -> 23;
            case MINUTES -> 59;
            case DAY_OF_WEEK -> 6;
        };
    }

    private static String range(ClockField field) {
        return switch (field) {
            case HOURS -> "an hour is 0 to 23";
            case MINUTES -> "a minute is 0 to 59";
            case DAY_OF_WEEK -> "a day of the week is 0 (Sunday) to 6 (Saturday)";
        };
    }

    private Formula mismatch(CelExpr node, Relation relation, Operand variable, Operand constant) {
        String what =
                "'" + relation.sign() + "' cannot compare " + variable.described() + " with " + constant.described();
        return refuse(node, what, suggestion(variable, constant));
    }

    private String suggestion(Operand variable, Operand constant) {
        if (variable instanceof Operand.Value value
                && value.attribute().kind() == Kind.DURATION
                && constant instanceof Operand.Text text) {
            return Literals.duration(text.text()).isPresent()
                    ? "write duration(\"" + text.text() + "\")"
                    : Literals.durationSuggestion(text.text());
        }
        if (variable instanceof Operand.Value value
                && value.attribute().kind() == Kind.TIME
                && constant instanceof Operand.Text text) {
            return Literals.timestamp(text.text()).isPresent()
                    ? "write timestamp(\"" + text.text() + "\")"
                    : Literals.timestampSuggestion(text.text());
        }
        return example(variable);
    }

    /** How an operand is compared, as a suggestion; empty for a constant. */
    String example(Operand variable) {
        return switch (variable) {
            case Operand.Value value ->
                switch (value.attribute().kind()) {
                    case TEXT, WORD -> words.example(value.attribute());
                    case TEXTS -> "write \"...\" in " + value.attribute().path();
                    case NUMBER -> "compare it with a whole number";
                    case TRUTH ->
                        "write " + value.attribute().path() + " or !"
                                + value.attribute().path();
                    case DURATION -> "write for example " + value.attribute().path() + " > duration(\"15m\")";
                    case TIME -> "write for example now < timestamp(\"2026-01-31T08:00:00Z\")";
                };
            case Operand.Clock clock -> "compare it with a number: " + range(clock.field());
            default -> "compare an attribute with it";
        };
    }

    private Formula refuse(CelExpr node, String what, String suggestion) {
        spans.flaw(flaws, node, what, suggestion);
        return Formula.NEVER;
    }
}
