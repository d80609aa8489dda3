package dev.contactcenter.language.condition;

import dev.cel.common.CelOptions;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.contactcenter.engine.request.Attribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CEL's own runtime with its whole standard library and dynamic types: it knows nothing of our subset. */
final class Oracle {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final CelCompiler compiler = compiler();
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    CelRuntime.Program program(String cel) throws Exception {
        return runtime.createProgram(compiler.compile(cel).getAst());
    }

    /** An attribute that is not known is unknown to CEL if it is one of these, else an error. */
    static Truth judge(CelRuntime.Program program, Map<Attribute, Object> known, Set<Attribute> unknown) {
        Map<String, Object> variables = new HashMap<>();
        for (Attribute attribute : Attribute.values()) {
            Optional<Object> value = Optional.ofNullable(known.get(attribute)).map(Oracle::inCel);
            String[] path = attribute.path().split("\\.", 2);
            if (path.length == 1) {
                value.ifPresent(one -> variables.put(path[0], one));
            } else {
                Map<String, Object> members = members(variables, path[0]);
                value.ifPresent(one -> members.put(path[1], one));
            }
        }
        List<CelAttributePattern> patterns = unknown.stream()
                .map(attribute -> CelAttributePattern.fromQualifiedIdentifier(attribute.path()))
                .toList();
        try {
            Object result = program.eval(PartialVars.of(name -> Optional.ofNullable(variables.get(name)), patterns));
            return result instanceof CelUnknownSet ? Truth.UNDECIDABLE : Truth.of((Boolean) result);
        } catch (CelEvaluationException e) {
            return Truth.UNDECIDABLE;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<String, Object> variables, String root) {
        return (Map<String, Object>) variables.computeIfAbsent(root, key -> new HashMap<String, Object>());
    }

    private static Object inCel(Object value) {
        return value instanceof Set<?> set ? List.copyOf(set) : value;
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.DYN);
        Arrays.stream(Attribute.values())
                .map(attribute -> attribute.path().split("\\.", 2)[0])
                .distinct()
                .forEach(root -> builder.addVar(
                        root,
                        Attribute.at(root).isPresent()
                                ? SimpleType.DYN
                                : MapType.create(SimpleType.STRING, SimpleType.DYN)));
        return builder.build();
    }
}
