package dev.contactcenter.cli;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.explanation.Asked;
import dev.contactcenter.engine.explanation.Examined;
import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.explanation.Found;
import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.language.testing.Aspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Tells an explanation to a person. */
final class ExplanationText {

    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();

    ExplanationText(Ansi ansi) {
        this.ansi = ansi;
    }

    /** Lines, each of which ends with a line feed. */
    String of(Explained explained) {
        Explanation explanation = explained.explanation();
        decision(explained);
        head("Rules");
        explanation.rules().forEach(this::rule);
        if (!explanation.attributes().isEmpty()) {
            head("Attributes that were read");
            explanation.attributes().forEach((attribute, found) -> line("  " + attribute.path() + " " + phrase(found)));
        }
        obligations(explanation.decision());
        explained.token().ifPresent(this::token);
        return text.toString();
    }

    private void decision(Explained explained) {
        Decision decision = explained.explanation().decision();
        line(Colours.of(ansi, verdict(decision), Style.bold));
        Grounds.Told told = decision.grounds().told();
        line("  by policy " + told.revision());
        line("  in mode " + explained.explanation().modes().stream().findFirst().orElse(Aspect.NONE));
        if (!told.rules().isEmpty()) {
            line("  because of "
                    + String.join(", ", told.rules().stream().sorted().toList()));
        }
        switch (explained.explanation().response()) {
            case DOWNSCOPE -> {
                // An established session loses what is refused and nothing else: the rule.
            }
            case STEP_UP -> line("  an established session stops until that is proven");
            case END -> line("  an established session ends");
        }
        if (told.breakGlass()) {
            line("  for a break-glass account");
        }
        if (told.degraded()) {
            line("  degraded: something that the rules asked about is missing");
        }
        told.wouldBe()
                .forEach(would -> line("  would be, by " + would.rule() + ": "
                        + would.outcome().replace('_', '-')
                        + (would.detail().isEmpty() ? "" : " (" + would.detail() + ")")));
    }

    private static String verdict(Decision decision) {
        return switch (decision) {
            case Decision.Permit ignored -> "Permit";
            case Decision.StepUp stepUp ->
                "Step-up to " + stepUp.demand().acr()
                        + (stepUp.demand().maxAge() instanceof Bound.AtMost most
                                ? ", proven not longer than " + most.duration() + " ago"
                                : "");
            case Decision.Deny deny -> "Deny: " + deny.reason().code();
        };
    }

    private void rule(Weighed weighed) {
        line("  " + Colours.of(ansi, weighed.rule().id(), Style.bold) + " "
                + weighed.standing().phrase());
        weighed.excuses()
                .forEach(excuse -> line("      excused: " + excuse.reason()
                        + (excuse.isGrace() ? "" : ", approved by " + excuse.approvedBy())
                        + ", " + until(excuse.until())));
        weighed.examined().forEach(this::examined);
    }

    private static String until(Instant until) {
        return until.equals(Instant.MAX) ? "without end" : "until " + until;
    }

    private void examined(Examined examined) {
        if (examined.asked().isEmpty()) {
            return;
        }
        line("      " + role(examined) + ": " + phrase(examined.answer()));
        examined.asked().forEach(asked -> line("        " + asked(asked)));
    }

    private static String role(Examined examined) {
        String of = switch (examined.role()) {
            case WHEN -> "condition";
            case LIMIT -> "condition of its limit";
            case EXCEPTION -> "exception " + examined.number();
            case ROLLOUT -> "rollout";
        };
        return examined.action().isEmpty() ? of : of + ", for " + examined.action();
    }

    private static String asked(Asked asked) {
        String mark = asked.decisive() && asked.answer() != Answer.YES ? "  <- in the way" : "";
        return "%-5s".formatted(phrase(asked.answer())) + asked.text() + "  (" + what(asked) + ")" + mark;
    }

    private static String what(Asked asked) {
        return switch (asked.found()) {
            case Found.Value(Object value) when value instanceof Observation -> "is told";
            case Found found -> phrase(found);
        };
    }

    /** What keeps a rule from applying, or from being answered; nothing of a rule that applies. */
    static List<String> inTheWay(Weighed weighed) {
        List<String> lines = new ArrayList<>();
        weighed.examined(Examined.Role.WHEN).stream()
                .filter(examined -> examined.answer() != Answer.YES)
                .flatMap(examined -> examined.asked().stream())
                .filter(Asked::decisive)
                .map(ExplanationText::asked)
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    static String phrase(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    static String phrase(Found found) {
        return switch (found) {
            case Found.Value(Object value) -> "is " + value(value);
            case Found.Nothing(var why) -> "is missing: " + Words.kebab(why);
            case Found.StandIn(var why, Object value) ->
                "is missing: " + Words.kebab(why) + ", and read as " + value(value);
            case Found.LastKnown(var why, Object value, var observedAt) ->
                "is missing: " + Words.kebab(why) + ", and read as known last, at " + observedAt + ": " + value(value);
        };
    }

    private static String value(Object value) {
        return value instanceof Set<?> texts
                ? Aspect.list(texts.stream().map(Object::toString).toList())
                : value.toString().isEmpty() ? "empty" : value.toString();
    }

    /** That there is no set of data left to query says something. */
    private static List<String> saysNothing(Aspect aspect) {
        return aspect == Aspect.DATASETS ? List.of(Aspect.NONE) : List.of(Aspect.NONE, "[]", "{}");
    }

    private void obligations(Decision decision) {
        List<Aspect> bound = List.of(
                Aspect.TOKEN_LIFESPAN,
                Aspect.SESSION_MAX,
                Aspect.SESSION_IDLE,
                Aspect.FRESH_FOR,
                Aspect.MASK_FIELDS,
                Aspect.RATE_LIMIT,
                Aspect.FIELDS,
                Aspect.DATASETS,
                Aspect.ROW_LIMIT);
        List<String> lines = bound.stream()
                .filter(aspect -> !saysNothing(aspect).contains(aspect.of(decision)))
                .map(aspect -> "  " + aspect.key().substring("obligations.".length()) + " " + aspect.of(decision))
                .toList();
        if (!lines.isEmpty()) {
            head("Obligations");
            lines.forEach(this::line);
        }
    }

    private void token(TokenPreview token) {
        head(token.afterStepUp() ? "Access token, after the step-up" : "Access token");
        claims("  ", token.claims());
        line("  lifespan at most " + Aspect.text(token.lifespan()).replace(Aspect.NONE, "what the realm says"));
    }

    private void claims(String indent, Map<?, ?> claims) {
        claims.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                line(indent + name);
                claims(indent + "  ", nested);
            } else {
                line(indent + name + " " + value);
            }
        });
    }

    private void head(String head) {
        line("");
        line(Colours.of(ansi, head, Style.bold));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
