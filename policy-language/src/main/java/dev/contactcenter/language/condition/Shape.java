package dev.contactcenter.language.condition;

import dev.contactcenter.language.Quoted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at length, characters, brackets and runs of operators, so that whatever reaches the parser is small and shallow. */
final class Shape {

    static final int MOST_CODE_POINTS = 4000;

    static final int DEEPEST = 24;

    /** Signs between two logical operators of one bracket level: each can be a level of the parser's recursion. */
    private static final int LONGEST_RUN = 24;

    private static final Map<String, String> WORDS = Map.of("and", "&&", "or", "||", "not", "!");
    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

    private final Flaws flaws;
    private final Deque<Token> open = new ArrayDeque<>();
    private final Deque<Integer> runs = new ArrayDeque<>(List.of(0));

    private Shape(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Whether a text may be taken apart at all. */
    static boolean isReadable(String text, Flaws flaws) {
        int length = text.codePointCount(0, text.length());
        if (length > MOST_CODE_POINTS) {
            String what = "the condition has " + length + " characters";
            flaws.add(0, 1, what, "at most " + MOST_CODE_POINTS + " can be read: make several rules of it");
        } else if (text.isBlank()) {
            flaws.add(0, 1, "the condition is empty", "leave the key out if there is no condition");
        } else {
            unusable(text)
                    .ifPresent(at -> flaws.add(
                            at,
                            1,
                            "an invisible or broken character stands here (U+%04X)".formatted(text.codePointAt(at)),
                            "take it out"));
        }
        return flaws.isEmpty();
    }

    /** Control characters, halves of characters, and characters that change the order in which others are shown. */
    private static Optional<Integer> unusable(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            int type = Character.getType(c);
            boolean blank = c == '\n' || c == '\r' || c == '\t';
            if ((Character.isISOControl(c) && !blank) || type == Character.SURROGATE || type == Character.FORMAT) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether the tokens may go to the parser. */
    static boolean isShallow(List<Token> tokens, Flaws flaws) {
        var shape = new Shape(flaws);
        for (int i = 0; i < tokens.size() && flaws.isEmpty(); i++) {
            shape.word(tokens, i);
            shape.bracket(tokens.get(i));
            shape.run(tokens.get(i));
        }
        if (flaws.isEmpty() && !shape.open.isEmpty()) {
            Token last = shape.open.peek();
            flaws.add(last, "'" + last.text() + "' is never closed", "close it with " + CLOSING.get(last.text()));
        }
        return flaws.isEmpty();
    }

    private void word(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String sign = WORDS.get(token.text().toLowerCase(Locale.ROOT));
        boolean valueBefore = i > 0 && tokens.get(i - 1).endsValue();
        boolean valueAfter = i + 1 < tokens.size() && tokens.get(i + 1).beginsValue();
        boolean stands = "!".equals(sign) ? !valueBefore && valueAfter : valueBefore && valueAfter;
        boolean member = i > 0 && tokens.get(i - 1).is(".");
        if (sign != null && token.kind() == Token.Kind.NAME && stands && !member) {
            flaws.add(token, Quoted.of(token.text()) + " is not an operator of CEL", "write " + sign);
        }
    }

    private void bracket(Token token) {
        if (token.kind() != Token.Kind.SIGN) {
            return;
        }
        if (CLOSING.containsKey(token.text())) {
            open.push(token);
            runs.push(0);
            if (open.size() > DEEPEST) {
                flaws.add(
                        token, "the condition is too deeply nested", "at most " + DEEPEST + " brackets in each other");
            }
        } else if (CLOSING.containsValue(token.text())) {
            if (open.isEmpty() || !token.is(CLOSING.getOrDefault(open.peek().text(), ""))) {
                flaws.add(token, "'" + token.text() + "' closes nothing", "take it out, or open it before");
                return;
            }
            open.pop();
            runs.pop();
        }
    }

    private void run(Token token) {
        if (token.is("&&") || token.is("||") || token.is(",")) {
            runs.pop();
            runs.push(0);
        } else if (token.kind() == Token.Kind.SIGN && !CLOSING.containsValue(token.text()) || token.is("in")) {
            runs.push(runs.pop() + 1);
            if (runs.element() > LONGEST_RUN) {
                flaws.add(token, "the condition is too deeply nested", "join short comparisons with && and ||");
            }
        }
    }
}
