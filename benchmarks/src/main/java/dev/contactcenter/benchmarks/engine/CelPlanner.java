package dev.contactcenter.benchmarks.engine;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** cel-java's own planner: one program a rule, indexed by action, attributes looked up in the typed record by name. */
final class CelPlanner implements Contender {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final Map<String, Attribute> BY_PATH = Arrays.stream(Attribute.values())
            .collect(Collectors.toUnmodifiableMap(Attribute::path, Function.identity()));

    private final Map<String, Integer> tiers;
    private final Map<String, NeutralRule[]> byAction;
    private final Map<String, Program[]> programs = new HashMap<>();

    CelPlanner(NeutralPolicy policy) {
        this.tiers = policy.tiers();
        this.byAction = policy.byAction();
        CelCompiler compiler = compiler();
        CelRuntime runtime =
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
        Map<NeutralRule, Program> compiled = new HashMap<>();
        policy.rules().forEach(rule -> compiled.put(rule, compile(compiler, runtime, rule)));
        byAction.forEach((action, rules) ->
                programs.put(action, Arrays.stream(rules).map(compiled::get).toArray(Program[]::new)));
    }

    @Override
    public Object decide(AccessRequest request) {
        Situation situation = Situation.of(request, tiers);
        CelVariableResolver resolver = name -> Optional.ofNullable(value(situation, name));
        NeutralRule[] rules = byAction.getOrDefault(situation.action(), new NeutralRule[0]);
        Program[] conditions = programs.getOrDefault(situation.action(), new Program[0]);
        var combination = new Combination();
        try {
            for (int i = 0; i < rules.length; i++) {
                if (Boolean.TRUE.equals(conditions[i].eval(resolver))) {
                    combination.add(i, rules[i]);
                }
            }
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("A condition of " + situation.action() + " failed", e);
        }
        return combination.answer(request.assurance());
    }

    private static Object value(Situation situation, String name) {
        Attribute attribute = BY_PATH.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException("No attribute is called " + name);
        }
        Object value = situation.value(attribute);
        return switch (attribute.kind()) {
            case DURATION -> Duration.ofSeconds((Long) value);
            case TIME -> Instant.ofEpochSecond((Long) value);
            case TEXT, WORD, TEXTS, NUMBER, TRUTH -> value;
        };
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL);
        for (Attribute attribute : Attribute.values()) {
            builder.addVar(attribute.path(), type(attribute));
        }
        return builder.build();
    }

    private static CelType type(Attribute attribute) {
        return switch (attribute.kind()) {
            case TEXT, WORD -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.INT;
            case TRUTH -> SimpleType.BOOL;
            case DURATION -> SimpleType.DURATION;
            case TIME -> SimpleType.TIMESTAMP;
        };
    }

    private static Program compile(CelCompiler compiler, CelRuntime runtime, NeutralRule rule) {
        try {
            return runtime.createProgram(
                    compiler.compile(CelText.all(rule.atoms())).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("The condition of " + rule.id() + " cannot be compiled", e);
        }
    }
}
