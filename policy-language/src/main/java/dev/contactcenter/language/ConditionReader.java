package dev.contactcenter.language;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.condition.Compiled;
import dev.contactcenter.language.condition.Conditions;
import dev.contactcenter.language.condition.Flaw;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a condition, and tells each of its flaws at its own place in the document. */
final class ConditionReader {

    private static final String KEY = "when";

    private final Findings findings;
    private final Conditions conditions;

    ConditionReader(Findings findings, Conditions conditions) {
        this.findings = findings;
        this.conditions = conditions;
    }

    /**
     * For the words that a policy declares. Where none could be declared, that is the problem, and any text is taken for a
     * word: the document is refused anyway.
     */
    static ConditionReader of(Findings findings, Vocabulary words, Node.Mapping document) {
        Map<Attribute, Collection<String>> declared = new EnumMap<>(Attribute.class);
        declared.put(Attribute.MODE, words.modes());
        declared.put(Attribute.ACTION_NAME, words.actions());
        declared.put(Attribute.AUTH_ACR, words.assurance());
        declared.put(Attribute.NETWORK_ZONE, words.zones());
        declared.values().removeIf(each -> each.isEmpty() && findings.hasErrors());
        var conditions = new Conditions(declared);
        conditions.prepare(written(document).collect(Collectors.toSet()));
        return new ConditionReader(findings, conditions);
    }

    /** The texts of the conditions below a node, wherever a condition may stand. */
    private static Stream<String> written(Node node) {
        return switch (node) {
            case Node.Scalar ignored -> Stream.empty();
            case Node.Sequence(Place ignored, List<Node> items) ->
                items.stream().flatMap(ConditionReader::written);
            case Node.Mapping(Place ignored, Map<String, Node.Entry> entries) ->
                entries.entrySet().stream()
                        .flatMap(entry ->
                                written(entry.getKey(), entry.getValue().value()));
        };
    }

    private static Stream<String> written(String key, Node value) {
        return key.equals(KEY) && value instanceof Node.Scalar scalar ? Stream.of(scalar.text()) : written(value);
    }

    /** The condition; with an error, one that always holds: never to be used, only to find the other errors. */
    Formula read(Node node) {
        boolean written = node instanceof Node.Scalar scalar
                && (scalar.kind() == Node.Kind.TEXT || scalar.kind() == Node.Kind.TRUTH);
        if (!written) {
            findings.error(
                    node.place(),
                    "a condition is needed here, not " + node.description(),
                    "write for example device.compliance != \"compliant\"");
            return Formula.ALWAYS;
        }
        return compiled((Node.Scalar) node);
    }

    private Formula compiled(Node.Scalar scalar) {
        return switch (conditions.compile(scalar.text())) {
            case Compiled.Usable(Formula formula) -> formula;
            case Compiled.Refused refused -> {
                for (Flaw flaw : refused.flaws()) {
                    findings.error(
                            ScalarPlaces.at(scalar, flaw.offset()).reaching(flaw.length()),
                            flaw.what(),
                            flaw.suggestion());
                }
                yield Formula.ALWAYS;
            }
        };
    }
}
