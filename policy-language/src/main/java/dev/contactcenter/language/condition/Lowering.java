package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelExpr;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.request.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns CEL's syntax tree into the engine's formula, and tells on the way all that is not of the subset. With a flaw the
 * formula is of no use: it only has some value so that the other flaws are found.
 */
final class Lowering {

    /** Questions of one condition: a rule that needs more is several rules. */
    private static final int MOST_ATOMS = 200;

    private final Spans spans;
    private final Flaws flaws;
    private final Operands operands;
    private final Comparisons comparisons;
    private final Memberships memberships;
    private int atoms;

    Lowering(Words words, Spans spans, Flaws flaws) {
        this.spans = spans;
        this.flaws = flaws;
        this.operands = new Operands(spans, flaws);
        this.comparisons = new Comparisons(words, spans, flaws);
        this.memberships = new Memberships(words, spans, flaws);
    }

    Formula read(CelExpr root) {
        Formula formula = formula(root);
        if (atoms > MOST_ATOMS) {
            flaws.add(
                    0,
                    1,
                    "the condition asks " + atoms + " questions",
                    "at most " + MOST_ATOMS + ": make several rules of it");
        }
        return formula;
    }

    private Formula formula(CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return truth(node);
        }
        CelExpr.CelCall call = node.call();
        return switch (call.function()) {
            case "_&&_" -> new Formula.All(parts(node, "_&&_"));
            case "_||_" -> new Formula.Any(parts(node, "_||_"));
            case "!_" -> new Formula.Not(formula(call.args().getFirst()));
            case "@in" ->
                counted(memberships.in(
                        node,
                        operands.read(call.args().get(0)),
                        operands.read(call.args().get(1))));
            case "startsWith" -> counted(holds(node, Predicate.Part.START));
            case "endsWith" -> counted(holds(node, Predicate.Part.END));
            case "contains" -> counted(holds(node, Predicate.Part.ANYWHERE));
            default ->
                Relation.of(call.function())
                        .map(relation -> counted(comparison(node, relation)))
                        .orElseGet(() -> truth(node));
        };
    }

    /** The operands of a run of one operator, which CEL's parser gives as a balanced tree. */
    private List<Formula> parts(CelExpr node, String function) {
        List<Formula> parts = new ArrayList<>();
        for (CelExpr side : node.call().args()) {
            boolean same = side.getKind() == CelExpr.ExprKind.Kind.CALL
                    && side.call().function().equals(function);
            parts.addAll(same ? parts(side, function) : List.of(formula(side)));
        }
        return parts;
    }

    private Formula comparison(CelExpr node, Relation relation) {
        List<CelExpr> sides = node.call().args();
        return comparisons.compare(
                node,
                relation,
                new Side(sides.get(0), operands.read(sides.get(0))),
                new Side(sides.get(1), operands.read(sides.get(1))));
    }

    private Formula holds(CelExpr node, Predicate.Part part) {
        CelExpr.CelCall call = node.call();
        if (call.target().isEmpty() || call.args().size() != 1) {
            String example = "write for example user.id." + call.function() + "(\"a\")";
            spans.flaw(flaws, node, call.function() + "() stands behind an attribute and needs one text", example);
            return Formula.NEVER;
        }
        return memberships.holds(
                node,
                part,
                operands.read(call.target().get()),
                operands.read(call.args().getFirst()));
    }

    private Formula truth(CelExpr node) {
        Operand operand = operands.read(node);
        return switch (operand) {
            case Operand.Truth constant -> new Formula.Constant(constant.truth());
            case Operand.Value value
            when value.attribute().kind() == Attribute.Kind.TRUTH ->
                counted(new Formula.Atom(new Predicate.IsTrue(value.attribute())));
            case Operand.Unusable unusable -> Formula.NEVER;
            default -> {
                spans.flaw(
                        flaws, node, operand.described() + " is neither true nor false", comparisons.example(operand));
                yield Formula.NEVER;
            }
        };
    }

    private Formula counted(Formula formula) {
        atoms += formula instanceof Formula.Any any ? any.parts().size() : 1;
        return formula;
    }

    /** One side of a comparison and where it stands. */
    record Side(CelExpr node, Operand operand) {}
}
