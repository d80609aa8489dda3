package dev.contactcenter.language.testing;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Rows;
import dev.contactcenter.engine.decision.WouldBe;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a decision can be expected, and how it is written so that it can be compared and read. */
public enum Aspect {
    OUTCOME("outcome", decision -> Expected.Outcome.of(decision).word()),
    ACR(
            "acr",
            decision ->
                    decision instanceof Decision.StepUp stepUp ? stepUp.demand().acr() : Aspect.NONE),
    MAX_AGE(
            "maxAge",
            decision -> decision instanceof Decision.StepUp stepUp
                    ? text(stepUp.demand().maxAge())
                    : Aspect.NONE),
    REASON(
            "reason",
            decision -> decision instanceof Decision.Deny deny ? deny.reason().code() : Aspect.NONE),
    TOKEN_LIFESPAN(
            "obligations.tokenLifespan", decision -> text(obligations(decision).tokenLifespan())),
    SESSION_MAX("obligations.sessionMax", decision -> text(obligations(decision).sessionMax())),
    SESSION_IDLE(
            "obligations.sessionIdle", decision -> text(obligations(decision).sessionIdle())),
    FRESH_FOR("obligations.freshFor", decision -> text(obligations(decision).freshFor())),
    MASK_FIELDS("obligations.maskFields", decision -> list(obligations(decision).maskedFields())),
    RATE_LIMIT("obligations.rateLimit", decision -> text(obligations(decision).rate())),
    FIELDS("obligations.fields", decision -> fields(obligations(decision).data().fields())),
    DATASETS(
            "obligations.datasets",
            decision -> text(obligations(decision).data().datasets())),
    ROW_LIMIT(
            "obligations.rowLimit",
            decision -> text(obligations(decision).data().rows())),
    RULES("rules", decision -> list(told(decision).rules())),
    UNANSWERED("unanswered", decision -> list(told(decision).undecidable())),
    EXCUSED(
            "excused",
            decision -> list(told(decision).excused().stream().map(Excuse::rule).toList())),
    WOULD_BE("wouldBe", decision -> wouldBe(told(decision))),
    MODE("mode", decision -> told(decision).modes().stream().findFirst().orElse(Aspect.NONE)),
    BREAK_GLASS("breakGlass", decision -> Boolean.toString(told(decision).breakGlass())),
    DEGRADED("degraded", decision -> Boolean.toString(told(decision).degraded()));

    /** Where there is nothing. */
    public static final String NONE = "none";

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // A function of its argument alone, which the checker cannot see.
    private final Function<Decision, String> reader;

    Aspect(String key, Function<Decision, String> reader) {
        this.key = key;
        this.reader = reader;
    }

    /** As it is written under {@code expect}. */
    public String key() {
        return key;
    }

    /** What a decision says of it. */
    public String of(Decision decision) {
        return reader.apply(decision);
    }

    /** A bound. */
    public static String text(Bound bound) {
        return switch (bound) {
            case Bound.AtMost most -> most.duration().toString();
            case Bound.Unbounded ignored -> NONE;
        };
    }

    /** Names, in the order of the alphabet. */
    public static String list(Collection<String> names) {
        return "[" + String.join(", ", new TreeSet<>(names)) + "]";
    }

    /** Names and a word for each, in the order of the alphabet. */
    public static String map(Map<String, String> words) {
        return new TreeMap<>(words)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Rate rate) {
        return switch (rate) {
            case Rate.PerMinute limit -> Integer.toString(limit.times());
            case Rate.Unlimited ignored -> NONE;
        };
    }

    private static String text(Datasets datasets) {
        return switch (datasets) {
            case Datasets.Only only -> list(only.names());
            case Datasets.All ignored -> NONE;
        };
    }

    private static String text(Rows rows) {
        return switch (rows) {
            case Rows.AtMost limit -> Integer.toString(limit.rows());
            case Rows.Unlimited ignored -> NONE;
        };
    }

    /** Resources and their fields, in the order of the alphabet. */
    public static String fields(FieldScope fields) {
        Map<String, String> words = new TreeMap<>();
        fields.byResource().forEach((resource, names) -> words.put(resource, list(names)));
        return map(words);
    }

    private static String wouldBe(Grounds.Told told) {
        return map(told.wouldBe().stream()
                .collect(Collectors.toMap(
                        WouldBe::rule, would -> would.outcome().replace('_', '-'), (first, second) -> first)));
    }

    private static Grounds.Told told(Decision decision) {
        return decision.grounds().told();
    }

    /** What a permit is, or would be, bound to. */
    public static Obligations obligations(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> permit.obligations();
            case Decision.StepUp stepUp -> stepUp.obligations();
            case Decision.Deny ignored -> Obligations.NONE;
        };
    }
}
