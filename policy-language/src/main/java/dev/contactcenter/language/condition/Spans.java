package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the part of the text that a node of CEL's syntax tree was read from. */
final class Spans {

    private final String text;
    private final List<Token> tokens;
    private final Map<Long, Integer> positions;

    /** @param positions node to offset in code points, as CEL's parser tells it */
    Spans(String text, List<Token> tokens, Map<Long, Integer> positions) {
        this.text = text;
        this.tokens = tokens;
        this.positions = positions;
    }

    /** Notes a flaw of all that the node was read from. */
    void flaw(Flaws flaws, CelExpr node, String what, String suggestion) {
        int from = from(node);
        flaws.add(from, to(node) - from, what, suggestion);
    }

    private int from(CelExpr node) {
        int own = tokens.get(index(node)).offset();
        boolean named = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().target().isEmpty()
                && tokens.get(index(node)).is("(");
        int start = named && index(node) > 0 ? tokens.get(index(node) - 1).offset() : own;
        return Math.min(start, children(node).mapToInt(this::from).min().orElse(start));
    }

    private int to(CelExpr node) {
        int index = index(node);
        Token token = tokens.get(index);
        int end = switch (token.text()) {
            case "(", "[", "{" -> closing(index);
            case "." -> tokens.get(Math.min(index + 1, tokens.size() - 1)).end();
            case "-" ->
                node.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        ? tokens.get(Math.min(index + 1, tokens.size() - 1)).end()
                        : token.end();
            default -> token.end();
        };
        return Math.max(end, children(node).mapToInt(this::to).max().orElse(end));
    }

    private int closing(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean opens = token.is("(") || token.is("[") || token.is("{");
            boolean closes = token.is(")") || token.is("]") || token.is("}");
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0) {
                return token.end();
            }
        }
        return text.length();
    }

    /** The token at the node's position, else the last one before it. */
    private int index(CelExpr node) {
        int codePoints = positions.getOrDefault(node.id(), 0);
        int offset = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        return at(tokens, offset);
    }

    /** The token that holds this offset, else the last one before it. */
    static int at(List<Token> tokens, int offset) {
        int index = 0;
        while (index + 1 < tokens.size() && tokens.get(index + 1).offset() <= offset) {
            index++;
        }
        return index;
    }

    private static Stream<CelExpr> children(CelExpr node) {
        return switch (node.getKind()) {
            case SELECT -> Stream.of(node.select().operand());
            case CALL -> Stream.concat(node.call().target().stream(), node.call().args().stream());
            case LIST -> node.list().elements().stream();
            case STRUCT, MAP, COMPREHENSION, CONSTANT, IDENT, NOT_SET -> Stream.empty();
        };
    }
}
