package dev.contactcenter.language.condition;

import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws conditions that are well typed, as text, and requests that make them true, false and undecidable. */
final class Chance {

    static final Map<Attribute, List<String>> WORDS = Map.of(
            Attribute.MODE, List.of("agent", "supervisor"),
            Attribute.ACTION_NAME, List.of("record:view", "recording:play"),
            Attribute.NETWORK_ZONE, List.of("corporate", "vpn"),
            Attribute.AUTH_ACR, List.of("password", "phr"));

    private static final List<String> TEXTS =
            List.of("", "a", "b", "ab", "aba", "/a/b", "it's", "\u00e4\u20ac", "\ud83d\ude00a", "back\\slash");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu");
    private static final List<String> RELATIONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final Instant SUNDAY = Instant.parse("2026-03-29T00:30:00Z");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A value for about every attribute; the others are missing. */
    Map<Attribute, Object> request() {
        Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            if (random.nextInt(100) < 75) {
                values.put(attribute, value(attribute));
            }
        }
        return values;
    }

    boolean coin() {
        return random.nextBoolean();
    }

    private Object value(Attribute attribute) {
        return switch (attribute.kind()) {
            case TEXT -> one(TEXTS);
            case WORD -> one(words(attribute));
            case TEXTS ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> one(TEXTS))
                        .collect(Collectors.toCollection(HashSet::new));
            case NUMBER -> (long) random.nextInt(4);
            case TRUTH -> random.nextBoolean();
            case DURATION -> Duration.ofMinutes(random.nextInt(5));
            case TIME -> SUNDAY.plusSeconds(random.nextInt(8 * 24) * 1800L);
        };
    }

    String condition(int depth) {
        return switch (random.nextInt(depth <= 0 ? 1 : 5)) {
            case 1 -> "(" + condition(depth - 1) + ")" + space() + "&&" + space() + condition(depth - 1);
            case 2 -> condition(depth - 1) + space() + "||" + space() + condition(depth - 1);
            case 3 -> "!(" + condition(depth - 1) + ")";
            case 4 -> condition(depth - 1) + " && " + condition(depth - 1);
            default ->
                random.nextInt(40) == 0
                        ? String.valueOf(random.nextBoolean())
                        : atom(one(Arrays.asList(Attribute.values())));
        };
    }

    private String atom(Attribute attribute) {
        String path = attribute.path();
        return switch (attribute.kind()) {
            case TEXT ->
                switch (random.nextInt(3)) {
                    case 0 ->
                        path + one(List.of(".startsWith(", ".endsWith(", ".contains(")) + quoted(one(TEXTS)) + ")";
                    case 1 -> path + " in [" + several(TEXTS) + "]";
                    default -> compared(path, one(List.of("==", "!=")), quoted(one(TEXTS)));
                };
            case WORD ->
                random.nextBoolean()
                        ? path + " in [" + several(words(attribute)) + "]"
                        : compared(path, one(List.of("==", "!=")), quoted(one(words(attribute))));
            case TEXTS -> quoted(one(TEXTS)) + " in " + path;
            case NUMBER ->
                random.nextInt(4) == 0
                        ? path + " in [1, " + random.nextInt(4) + "]"
                        : compared(path, one(RELATIONS), String.valueOf(random.nextInt(6) - 1));
            case TRUTH ->
                switch (random.nextInt(3)) {
                    case 0 -> path;
                    case 1 -> "!" + path;
                    default -> compared(path, one(List.of("==", "!=")), String.valueOf(random.nextBoolean()));
                };
            case DURATION ->
                compared(
                        path,
                        one(RELATIONS),
                        "duration(\"" + one(List.of("0s", "1m", "60s", "1m60s", "3m", "1h", "90000ms")) + "\")");
            case TIME ->
                random.nextInt(3) == 0
                        ? compared(
                                path,
                                one(RELATIONS),
                                "timestamp(\""
                                        + one(List.of(
                                                "2026-03-29T01:00:00Z",
                                                "2026-03-30T00:00:00+02:00",
                                                "2026-04-01T12:30:00.5Z"))
                                        + "\")")
                        : clock(path);
        };
    }

    private String clock(String path) {
        int limit = random.nextInt(7);
        String shown = path + one(List.of(".getHours(", ".getMinutes(", ".getDayOfWeek(")) + quoted(one(ZONES)) + ")";
        return random.nextInt(4) == 0
                ? shown + " in [0, " + limit + "]"
                : compared(shown, one(RELATIONS), String.valueOf(limit));
    }

    private String compared(String one, String relation, String other) {
        return random.nextBoolean() ? one + space() + relation + space() + other : other + " " + relation + " " + one;
    }

    private String several(List<String> texts) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> quoted(one(texts)))
                .collect(Collectors.joining(", "));
    }

    private String quoted(String text) {
        String escaped = text.replace("\\", "\\\\");
        return random.nextBoolean() ? '"' + escaped + '"' : "'" + escaped.replace("'", "\\'") + "'";
    }

    private String space() {
        return one(List.of("", " ", "\n  ", " \t"));
    }

    static List<String> words(Attribute attribute) {
        return attribute.vocabulary().isEmpty() ? WORDS.get(attribute) : List.copyOf(attribute.vocabulary());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
