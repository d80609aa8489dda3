package dev.contactcenter.language.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.language.Quoted;
import java.util.List;

/**
 * One condition on its way: bounds, tokens, CEL's parser, our subset, and CEL's type checker as the last gate, so that what
 * is accepted is CEL and means what CEL says.
 */
final class Attempt {

    private final Words words;
    private final String text;
    private final Flaws flaws = new Flaws();

    Attempt(Words words, String text) {
        this.words = words;
        this.text = text;
    }

    Compiled compile() {
        if (!Shape.isReadable(text, flaws)) {
            return flaws.refused();
        }
        List<Token> tokens = Scan.read(text, flaws);
        if (!flaws.isEmpty() || !Shape.isShallow(tokens, flaws)) {
            return flaws.refused();
        }
        try {
            return lowered(tokens);
        } catch (CelValidationException e) {
            throw new IllegalStateException("The result was asked for errors before", e);
        }
    }

    private Compiled lowered(List<Token> tokens) throws CelValidationException {
        CelSource source = CelSource.newBuilder(text).build();
        CelValidationResult parsed = Cel.PARSER.parse(source);
        if (parsed.hasError()) {
            syntax(parsed.getErrors().getFirst(), source, tokens);
            return flaws.refused();
        }
        CelAbstractSyntaxTree tree = parsed.getAst();
        var spans = new Spans(text, tokens, tree.getSource().getPositionsMap());
        Formula formula = new Lowering(words, spans, flaws).read(tree.getExpr());
        if (flaws.isEmpty()) {
            CelValidationResult checked = Cel.CHECKER.check(tree);
            checked.getErrors().forEach(issue -> types(issue, source, tokens));
        }
        return flaws.isEmpty() ? new Compiled.Usable(formula) : flaws.refused();
    }

    private void syntax(CelIssue issue, CelSource source, List<Token> tokens) {
        int offset = offset(issue, source);
        if (tokens.isEmpty()) {
            flaws.add(0, 1, "the condition is only a comment", "leave the key out if there is no condition");
        } else if (issue.getMessage().contains("recursion")
                || issue.getMessage().contains("node count")) {
            flaws.add(0, 1, "the condition is too deeply nested", "make several rules of it");
        } else if (offset >= tokens.getLast().end()) {
            String last = Quoted.of(tokens.getLast().text());
            flaws.add(
                    text.stripTrailing().length(),
                    1,
                    "the condition ends too early",
                    "write what belongs behind " + last);
        } else {
            misplaced(tokens, Spans.at(tokens, offset));
        }
    }

    private void misplaced(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        boolean afterValue = index > 0 && tokens.get(index - 1).endsValue();
        if (token.kind() == Token.Kind.TEXT && !afterValue) {
            flaws.add(token, "this text has an escape that CEL does not know", "write \\\\ for a backslash");
        } else if (token.kind() == Token.Kind.NUMBER && !afterValue) {
            flaws.add(token, "the number " + Quoted.shortened(token.text()) + " is too large", "write a smaller one");
        } else {
            String before = afterValue && token.beginsValue()
                    ? "write an operator before it, as == or &&"
                    : "check the operators and brackets here and just before";
            flaws.add(token, Quoted.of(token.text()) + " cannot stand here", before);
        }
    }

    private void types(CelIssue issue, CelSource source, List<Token> tokens) {
        Token token = tokens.get(Spans.at(tokens, offset(issue, source)));
        flaws.add(token, "CEL cannot use this: " + Quoted.line(issue.getMessage()), "");
    }

    private int offset(CelIssue issue, CelSource source) {
        int codePoints = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
        return text.offsetByCodePoints(0, Math.clamp(codePoints, 0, text.codePointCount(0, text.length())));
    }
}
