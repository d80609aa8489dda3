package dev.contactcenter.language.condition;

import dev.cel.common.ast.CelExpr;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.DidYouMean;
import dev.contactcenter.language.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the attribute that a name stands for, or what was probably meant. */
final class Paths {

    private static final List<String> ALL =
            Arrays.stream(Attribute.values()).map(Attribute::path).toList();

    private Paths() {}

    /** The dotted name that a node is; nothing if it is none. */
    static Optional<String> of(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> Optional.of(node.ident().name());
            case SELECT ->
                of(node.select().operand())
                        .map(path -> path + "." + node.select().field());
            case CALL, LIST, STRUCT, MAP, COMPREHENSION, CONSTANT, NOT_SET -> Optional.empty();
        };
    }

    /** What is wrong with a name that is no attribute. */
    static String what(String path) {
        return members(path).isEmpty()
                ? "unknown attribute " + Quoted.of(path)
                : Quoted.of(path) + " is not an attribute by itself";
    }

    /** What was probably meant by a name that is no attribute. */
    static String suggestion(String path) {
        if (!members(path).isEmpty()) {
            return "write for example " + path + "." + members(path).getFirst();
        }
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        String rest = path.substring(dot + 1);
        if (ALL.contains(root)) {
            return "write " + root;
        }
        if (dot >= 0 && !members(root).isEmpty()) {
            return DidYouMean.among(rest, members(root));
        }
        List<String> withThatName =
                ALL.stream().filter(one -> one.endsWith("." + rest)).toList();
        return DidYouMean.nearest(path, ALL)
                .or(() -> withThatName.stream().findFirst())
                .map(near -> "did you mean " + Quoted.of(near) + "?")
                .orElseGet(() -> dot < 0
                        ? "put it into quotes if it is a text: \"" + Quoted.shortened(path) + "\""
                        : "attributes begin with one of " + Quoted.list(roots()));
    }

    private static List<String> members(String root) {
        return ALL.stream()
                .filter(path -> path.startsWith(root + "."))
                .map(path -> path.substring(root.length() + 1))
                .toList();
    }

    private static List<String> roots() {
        return ALL.stream().map(path -> path.split("\\.", 2)[0]).distinct().toList();
    }
}
