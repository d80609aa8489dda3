package dev.contactcenter.language.condition;

import dev.contactcenter.language.DidYouMean;
import dev.contactcenter.language.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of CEL is left out of conditions, and what to write instead. */
final class Refusals {

    /** A clause that says what cannot be used, and one that says what would be right. */
    record Words(String what, String suggestion) {}

    static final List<String> FUNCTIONS = List.of(
            "startsWith", "endsWith", "contains", "duration", "timestamp", "getHours", "getMinutes", "getDayOfWeek");

    private static final String MEMBER = "ask for a member: \"/teams/billing\" in user.groups";
    private static final String PARTS = "use startsWith, endsWith, contains or ==";
    private static final String AS_IT_IS = "compare the attribute with a constant of its own type";
    private static final String CLOCK =
            "use getHours, getMinutes or getDayOfWeek, or compare now with timestamp(\"...\")";
    private static final String ARITHMETIC = "compare the attribute with the result";

    private static final Map<String, Words> OPERATORS = Map.of(
            "_?_:_", new Words("'? :' cannot be used", "write && and ||, or two rules"),
            "_+_", new Words("'+' cannot be used", ARITHMETIC),
            "_-_", new Words("'-' cannot be used", ARITHMETIC),
            "_*_", new Words("'*' cannot be used", ARITHMETIC),
            "_/_", new Words("'/' cannot be used", ARITHMETIC),
            "_%_", new Words("'%' cannot be used", ARITHMETIC),
            "-_", new Words("'-' cannot be used", ARITHMETIC),
            "_[_]", new Words("'[ ]' behind a value cannot be used", MEMBER));

    private Refusals() {}

    /** Why a function of CEL's syntax tree cannot be used. */
    static Words of(String function) {
        Words operator = OPERATORS.get(function);
        return operator != null ? operator : named(function);
    }

    private static Words named(String function) {
        String name = function + "()";
        return switch (function) {
            case "has" ->
                new Words(
                        "has() cannot be used: what a missing signal means is said once, not in each condition",
                        "say it under signals.<signal>.missing");
            case "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap" ->
                new Words("the macro " + name + " cannot be used", MEMBER);
            case "matches" -> new Words("regular expressions cannot be used", PARTS);
            case "size" -> new Words("size() cannot be used", MEMBER);
            case "int", "uint", "double", "string", "bytes", "bool", "type", "dyn" ->
                new Words("the conversion " + name + " cannot be used", AS_IT_IS);
            case "getFullYear",
                    "getMonth",
                    "getDate",
                    "getDayOfMonth",
                    "getDayOfYear",
                    "getSeconds",
                    "getMilliseconds" -> new Words(name + " cannot be used", CLOCK);
            default ->
                new Words(
                        "unknown function " + Quoted.of(function),
                        DidYouMean.nearest(function, FUNCTIONS)
                                .map(near -> "did you mean " + Quoted.of(near) + "?")
                                .orElse("functions known here: " + Quoted.list(FUNCTIONS)));
        };
    }

    /** Why a signal's own absence cannot be asked for. */
    static Optional<Words> absence(Optional<String> path) {
        return path.filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.indexOf('.')))
                .map(signal -> new Words(
                        named("has").what(), "say it under signals." + Quoted.shortened(signal) + ".missing"));
    }
}
