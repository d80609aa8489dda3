package dev.contactcenter.language.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.contactcenter.engine.request.Attribute;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * CEL's own parser and type checker, with everything turned off that a condition does not need: macros, regular expressions,
 * comprehensions, functions. Each signal is a type of its own whose fields are its attributes.
 */
final class Cel {

    private static final int DEEPEST = 60;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Shape.MOST_CODE_POINTS)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseExpressionNodeCount(Shape.MOST_CODE_POINTS)
            .maxParseErrorRecoveryLimit(1)
            .maxRegexProgramSize(0)
            .comprehensionMaxIterations(0)
            .enableComprehension(false)
            .enableOptionalSyntax(false)
            .enableQuotedIdentifierSyntax(false)
            .enableHeterogeneousNumericComparisons(false)
            .populateMacroCalls(false)
            .build();

    static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros()
            .build();

    static final CelChecker CHECKER = checker();

    private Cel() {}

    private static CelChecker checker() {
        Map<String, StructType> structs = Arrays.stream(Attribute.values())
                .filter(attribute -> attribute.path().contains("."))
                .collect(Collectors.groupingBy(
                        attribute ->
                                attribute.path().substring(0, attribute.path().indexOf('.')),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Cel::struct)));
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(functions())
                .setTypeProvider(new Types(ImmutableMap.copyOf(structs)))
                .setResultType(SimpleType.BOOL);
        structs.forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
        Arrays.stream(Attribute.values())
                .filter(attribute -> !attribute.path().contains("."))
                .forEach(attribute -> builder.addVarDeclarations(
                        CelVarDecl.newVarDeclaration(attribute.path(), type(attribute.kind()))));
        return builder.build();
    }

    private static CelStandardDeclarations functions() {
        return CelStandardDeclarations.newBuilder()
                .includeFunctions(
                        StandardFunction.LOGICAL_AND,
                        StandardFunction.LOGICAL_OR,
                        StandardFunction.LOGICAL_NOT,
                        StandardFunction.EQUALS,
                        StandardFunction.NOT_EQUALS,
                        StandardFunction.LESS,
                        StandardFunction.LESS_EQUALS,
                        StandardFunction.GREATER,
                        StandardFunction.GREATER_EQUALS,
                        StandardFunction.IN,
                        StandardFunction.STARTS_WITH,
                        StandardFunction.ENDS_WITH,
                        StandardFunction.CONTAINS,
                        StandardFunction.DURATION,
                        StandardFunction.TIMESTAMP,
                        StandardFunction.GET_HOURS,
                        StandardFunction.GET_MINUTES,
                        StandardFunction.GET_DAY_OF_WEEK)
                .build();
    }

    private static StructType struct(List<Attribute> attributes) {
        ImmutableMap<String, CelType> fields = attributes.stream()
                .collect(ImmutableMap.toImmutableMap(Cel::member, attribute -> type(attribute.kind())));
        return StructType.create(
                root(attributes.getFirst()) + ".attributes",
                fields.keySet(),
                field -> Optional.ofNullable(fields.get(field)));
    }

    private static String root(Attribute attribute) {
        return attribute.path().substring(0, attribute.path().indexOf('.'));
    }

    private static String member(Attribute attribute) {
        return attribute.path().substring(attribute.path().indexOf('.') + 1);
    }

    private static CelType type(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT, WORD -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.INT;
            case TRUTH -> SimpleType.BOOL;
            case DURATION -> SimpleType.DURATION;
            case TIME -> SimpleType.TIMESTAMP;
        };
    }

    /** The types of the signals, and no others. */
    private record Types(ImmutableMap<String, StructType> structs) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return structs.values().stream()
                    .filter(type -> type.name().equals(name))
                    .<CelType>map(type -> type)
                    .findFirst();
        }
    }
}
