package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sides of comparisons; what cannot be used is a flaw and reads as {@link Operand.Unusable}. */
final class Operands {

    private static final String ONE_KIND = "write texts in quotes, or whole numbers";

    private final Spans spans;
    private final Flaws flaws;

    Operands(Spans spans, Flaws flaws) {
        this.spans = spans;
        this.flaws = flaws;
    }

    Operand read(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> constant(node);
            case IDENT, SELECT -> attribute(node);
            case LIST -> list(node);
            case CALL -> call(node);
            case STRUCT -> refuse(node, "messages cannot be used", "compare an attribute with a constant");
            case MAP -> refuse(node, "maps cannot be used", "compare an attribute with a constant");
            case COMPREHENSION, NOT_SET -> refuse(node, "this cannot be used", "");
        };
    }

    private Operand constant(CelExpr node) {
        CelConstant constant = node.constant();
        return switch (constant.getKind()) {
            case STRING_VALUE -> new Operand.Text(constant.stringValue());
            case INT64_VALUE -> new Operand.Whole(constant.int64Value());
            case BOOLEAN_VALUE -> new Operand.Truth(constant.booleanValue());
            case NULL_VALUE ->
                refuse(
                        node,
                        "null cannot be used: an attribute is never null",
                        "compare it with \"unknown\" or \"none\"");
            case DOUBLE_VALUE, UINT64_VALUE -> refuse(node, "only whole numbers can be used", "write for example 2");
            case BYTES_VALUE -> refuse(node, "bytes cannot be used", "write a text without 'b' before its quotes");
            case TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET -> refuse(node, "this cannot be used", "");
        };
    }

    private Operand attribute(CelExpr node) {
        Optional<String> path = Paths.of(node);
        if (path.isEmpty()) {
            return refuse(node, "only an attribute has members", "write its whole name, as in device.compliance");
        }
        return path.flatMap(Attribute::at)
                .<Operand>map(Operand.Value::new)
                .orElseGet(() -> refuse(node, Paths.what(path.get()), Paths.suggestion(path.get())));
    }

    private Operand list(CelExpr node) {
        List<Operand> items = node.list().elements().stream().map(this::read).toList();
        if (items.stream().anyMatch(Operand.Unusable.class::isInstance)) {
            return new Operand.Unusable();
        }
        List<String> texts =
                only(items, Operand.Text.class).map(Operand.Text::text).toList();
        List<Long> numbers =
                only(items, Operand.Whole.class).map(Operand.Whole::number).toList();
        if (items.isEmpty()) {
            return refuse(node, "this list is empty, so that nothing is ever in it", ONE_KIND);
        }
        if (texts.size() == items.size()) {
            return new Operand.Texts(texts);
        }
        return numbers.size() == items.size()
                ? new Operand.Numbers(numbers)
                : refuse(node, "a list holds constants of one kind", ONE_KIND);
    }

    private static <T> Stream<T> only(List<Operand> items, Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast);
    }

    private Operand call(CelExpr node) {
        CelExpr.CelCall call = node.call();
        return switch (call.function()) {
            case "duration" -> quoted(node).map(text -> duration(node, text)).orElseGet(Operand.Unusable::new);
            case "timestamp" -> quoted(node).map(text -> timestamp(node, text)).orElseGet(Operand.Unusable::new);
            case "getHours" -> clock(node, ClockField.HOURS);
            case "getMinutes" -> clock(node, ClockField.MINUTES);
            case "getDayOfWeek" -> clock(node, ClockField.DAY_OF_WEEK);
            case "_&&_", "_||_", "!_", "@in", "startsWith", "endsWith", "contains" -> new Operand.Nested();
            default -> Relation.of(call.function()).isPresent() ? new Operand.Nested() : unknown(node);
        };
    }

    /** What a function that is not of the subset is told. */
    Operand unknown(CelExpr node) {
        CelExpr.CelCall call = node.call();
        Refusals.Words words = Refusals.of(call.function());
        if (call.function().equals("has") && call.args().size() == 1) {
            words = Refusals.absence(Paths.of(call.args().getFirst())).orElse(words);
        }
        return refuse(node, words.what(), words.suggestion());
    }

    private Optional<String> quoted(CelExpr node) {
        CelExpr.CelCall call = node.call();
        if (call.target().isEmpty()
                && call.args().size() == 1
                && call.args().getFirst().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && call.args().getFirst().constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            return Optional.of(call.args().getFirst().constant().stringValue());
        }
        String example =
                call.function().equals("duration") ? "duration(\"5m\")" : "timestamp(\"2026-01-31T08:00:00Z\")";
        refuse(node, call.function() + "() needs one text in quotes", "write for example " + example);
        return Optional.empty();
    }

    private Operand duration(CelExpr node, String text) {
        return Literals.duration(text)
                .<Operand>map(Operand.Length::new)
                .orElseGet(() -> refuse(
                        node.call().args().getFirst(),
                        Quoted.of(text) + " is not a duration of CEL",
                        Literals.durationSuggestion(text)));
    }

    private Operand timestamp(CelExpr node, String text) {
        return Literals.timestamp(text)
                .<Operand>map(Operand.Moment::new)
                .orElseGet(() -> refuse(
                        node.call().args().getFirst(),
                        Quoted.of(text) + " is not a moment with date, time and zone (RFC 3339)",
                        Literals.timestampSuggestion(text)));
    }

    private Operand clock(CelExpr node, ClockField field) {
        CelExpr.CelCall call = node.call();
        Operand target = call.target().map(this::read).orElseGet(Operand.Nested::new);
        if (target instanceof Operand.Unusable) {
            return target;
        }
        String example = "write for example now." + call.function() + "(\"Europe/Berlin\")";
        if (!(target instanceof Operand.Value value) || value.attribute().kind() != Attribute.Kind.TIME) {
            return refuse(node, call.function() + "() is for now only", example);
        }
        if (call.args().size() != 1 || !(read(call.args().getFirst()) instanceof Operand.Text zone)) {
            return refuse(node, call.function() + "() needs the zone of the clock in quotes", example);
        }
        return Literals.zone(zone.text())
                .<Operand>map(known -> new Operand.Clock(value.attribute(), field, known))
                .orElseGet(() -> refuse(
                        call.args().getFirst(),
                        Quoted.of(zone.text()) + " is not a time zone of the IANA database",
                        "write for example \"Europe/Berlin\" or \"UTC\""));
    }

    private Operand refuse(CelExpr node, String what, String suggestion) {
        spans.flaw(flaws, node, what, suggestion);
        return new Operand.Unusable();
    }
}
