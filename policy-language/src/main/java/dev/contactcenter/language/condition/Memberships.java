package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelExpr;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Attribute.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/** Turns {@code in} and the questions about parts of a text into predicates. */
final class Memberships {

    private final Words words;
    private final Spans spans;
    private final Flaws flaws;

    Memberships(Words words, Spans spans, Flaws flaws) {
        this.words = words;
        this.spans = spans;
        this.flaws = flaws;
    }

    Formula in(CelExpr node, Operand item, Operand whole) {
        if (item instanceof Operand.Unusable || whole instanceof Operand.Unusable) {
            return Formula.NEVER;
        }
        if (item instanceof Operand.Value value && whole instanceof Operand.Texts texts && isText(value)) {
            return oneOf(node, value.attribute(), texts.texts());
        }
        if (item instanceof Operand.Value value
                && whole instanceof Operand.Numbers numbers
                && value.attribute().kind() == Kind.NUMBER) {
            return any(numbers, number -> new Predicate.NumberIs(value.attribute(), Order.EQUAL, number));
        }
        if (item instanceof Operand.Clock clock && whole instanceof Operand.Numbers numbers) {
            return any(
                    numbers,
                    number ->
                            new Predicate.ClockIs(clock.attribute(), clock.field(), clock.zone(), Order.EQUAL, number));
        }
        if (item instanceof Operand.Text text
                && whole instanceof Operand.Value value
                && value.attribute().kind() == Kind.TEXTS) {
            return new Formula.Atom(new Predicate.Has(value.attribute(), text.text()));
        }
        String what = "'in' cannot look for " + item.described() + " in " + whole.described();
        return refuse(node, what, suggestion(item, whole));
    }

    private static boolean isText(Operand.Value value) {
        return value.attribute().kind() == Kind.TEXT || value.attribute().kind() == Kind.WORD;
    }

    private Formula oneOf(CelExpr node, Attribute attribute, List<String> texts) {
        List<CelExpr> items = node.call().args().get(1).list().elements();
        for (int i = 0; i < texts.size(); i++) {
            String word = texts.get(i);
            if (!words.accepts(attribute, word)) {
                refuse(items.get(i), Words.what(attribute, word), words.suggestion(attribute, word));
            }
        }
        return new Formula.Atom(new Predicate.IsOneOf(attribute, Set.copyOf(texts)));
    }

    private static Formula any(Operand.Numbers numbers, LongFunction<Predicate> equal) {
        return new Formula.Any(numbers.numbers().stream()
                .<Formula>map(number -> new Formula.Atom(equal.apply(number)))
                .toList());
    }

    private String suggestion(Operand item, Operand whole) {
        if (whole instanceof Operand.Value value && value.attribute().kind() == Kind.TEXTS) {
            return "write one text in quotes before it: \"...\" in "
                    + value.attribute().path();
        }
        if (item instanceof Operand.Value value && value.attribute().kind() == Kind.TEXTS) {
            return "turn it round: \"...\" in " + value.attribute().path();
        }
        if (whole instanceof Operand.Value value && isText(value)) {
            return "write " + value.attribute().path() + " == \"...\"";
        }
        if (whole instanceof Operand.Text && item instanceof Operand.Value value && isText(value)) {
            return "write " + value.attribute().path() + " in [\"...\"] or ==";
        }
        return "write an attribute before 'in' and a list of constants of its own type behind it";
    }

    Formula holds(CelExpr node, Predicate.Part part, Operand target, Operand argument) {
        if (target instanceof Operand.Unusable || argument instanceof Operand.Unusable) {
            return Formula.NEVER;
        }
        String function = node.call().function() + "()";
        if (!(target instanceof Operand.Value value)) {
            return refuse(node, function + " stands behind an attribute", "write the attribute before the dot");
        }
        Attribute attribute = value.attribute();
        if (attribute.kind() == Kind.TEXTS) {
            return refuse(
                    node, function + " cannot look into " + value.described(), "write \"...\" in " + attribute.path());
        }
        if (attribute.kind() != Kind.TEXT) {
            String suggestion = attribute == Attribute.ACTION_NAME
                    ? "use action.resource or action.verb"
                    : attribute.kind() == Kind.WORD ? words.example(attribute) : "it is for texts only";
            return refuse(node, function + " cannot look into " + value.described(), suggestion);
        }
        if (!(argument instanceof Operand.Text text)) {
            return refuse(
                    node,
                    function + " cannot look for " + argument.described(),
                    "write one text in quotes between the brackets");
        }
        return new Formula.Atom(new Predicate.Holds(attribute, part, text.text()));
    }

    private Formula refuse(CelExpr node, String what, String suggestion) {
        spans.flaw(flaws, node, what, suggestion);
        return Formula.NEVER;
    }
}
