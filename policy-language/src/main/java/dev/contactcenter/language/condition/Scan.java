package dev.contactcenter.language.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a condition apart into tokens, before any parser sees it: in one pass and without recursion, so that what would
 * exhaust a parser is refused here, and what beginners of CEL mistype is told in their words.
 */
final class Scan {

    private static final Pattern SPACE = Pattern.compile("(?:[ \\t\\r\\n\\f]|//[^\\r\\n]*+)++");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern NUMBER =
            Pattern.compile("0x[0-9A-Fa-f]++[uU]?|(?:[0-9]++(?:\\.[0-9]++)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?[uU]?");
    private static final Pattern TEXT_START = Pattern.compile("([rRbB]{0,2})(\"\"\"|'''|\"|')");
    private static final Pattern SIGN = Pattern.compile("&&|\\|\\||==|!=|<=|>=|[<>!()\\[\\]{}.,:?+\\-*/%]");
    private static final Pattern MISTYPED =
            Pattern.compile("===?|!==|=>|=<|<>|[=&|;]|[\u2018\u2019\u201c\u201d]|.", Pattern.DOTALL);

    private final String text;
    private final Flaws flaws;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Scan(String text, Flaws flaws) {
        this.text = text;
        this.flaws = flaws;
    }

    /** The tokens of the text; if there is any flaw they are not all. */
    static List<Token> read(String text, Flaws flaws) {
        var scan = new Scan(text, flaws);
        scan.all();
        return scan.tokens;
    }

    private void all() {
        while (at < text.length() && flaws.isEmpty()) {
            if (!taken(SPACE, null)) {
                token();
            }
        }
    }

    private void token() {
        Matcher start = matcher(TEXT_START);
        if (start.lookingAt()) {
            text(start.group(1), start.group(2));
        } else if (strictEquality()) {
            mistyped();
        } else if (!taken(NAME, Token.Kind.NAME)
                && !taken(NUMBER, Token.Kind.NUMBER)
                && !taken(SIGN, Token.Kind.SIGN)) {
            mistyped();
        }
    }

    private boolean strictEquality() {
        return text.startsWith("===", at) || text.startsWith("!==", at) || text.startsWith("<>", at);
    }

    private void text(String prefix, String quote) {
        int from = at;
        boolean raw = prefix.contains("r") || prefix.contains("R");
        at += prefix.length() + quote.length();
        while (at < text.length() && !text.startsWith(quote, at) && !endsLine(quote)) {
            at += !raw && text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || endsLine(quote)) {
            at = Math.min(at, text.length());
            flaws.add(from, at - from, "this text has no end", "close it with " + quote);
            return;
        }
        at += quote.length();
        tokens.add(new Token(from, Token.Kind.TEXT, text.substring(from, at)));
    }

    private boolean endsLine(String quote) {
        return quote.length() == 1 && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    private void mistyped() {
        Matcher sign = matcher(MISTYPED);
        if (!sign.lookingAt()) {
            throw new IllegalStateException("A character was there to be read");
        }
        String written = sign.group();
        String right = switch (written) {
            case "=", "===" -> "write == to compare";
            case "!==", "<>" -> "write !=";
            case "=>" -> "write >=";
            case "=<" -> "write <=";
            case "&" -> "write &&";
            case "|" -> "write ||";
            case "\u2018", "\u2019", "\u201c", "\u201d" -> "write straight quotes: \"";
            case "`" -> "write names without quotes and texts in \"";
            case ";" -> "a condition is one expression";
            default -> "outside of quotes a condition consists of names, numbers and operators";
        };
        flaws.add(at, written.length(), "'" + written + "' is not a sign of CEL", right);
    }

    private boolean taken(Pattern pattern, Token.@Nullable Kind kind) {
        Matcher matcher = matcher(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        if (kind != null) {
            tokens.add(new Token(at, kind, matcher.group()));
        }
        at = matcher.end();
        return true;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }
}
