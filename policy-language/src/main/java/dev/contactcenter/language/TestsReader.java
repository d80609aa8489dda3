package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.language.testing.Aspect;
import dev.contactcenter.language.testing.Expected;
import dev.contactcenter.language.testing.PolicyTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of tests. */
final class TestsReader {

    static final Format FORMAT = new Format("contactCenterPolicyTests", "1");
    private static final String POLICY = "policy";

    private final Findings findings;
    private final Policy policy;
    private final Values values;
    private final Map<String, Place> names = new HashMap<>();

    TestsReader(Findings findings, Policy policy) {
        this.findings = findings;
        this.policy = policy;
        this.values = new Values(findings);
    }

    static Optional<String> policyFile(Node document) {
        return document instanceof Node.Mapping root
                        && root.entries().get(POLICY) instanceof Node.Entry(Place key, Node.Scalar file)
                        && file.kind() == Node.Kind.TEXT
                ? Optional.of(file.text()).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    Optional<List<PolicyTest>> read(Node document) {
        return values.mapping(document)
                .filter(root -> FORMAT.isReadable(root, findings))
                .map(this::tests);
    }

    private List<PolicyTest> tests(Node.Mapping root) {
        var fields = new Fields(root, findings, FORMAT.key(), POLICY, "defaults", "tests");
        FORMAT.require(fields);
        fields.find(POLICY).ifPresent(values::text);
        Optional<Node.Mapping> defaults = fields.find("defaults").flatMap(values::mapping);
        List<PolicyTest> tests = new ArrayList<>();
        fields.require("tests", "tests: [{ name: ..., given: ..., expect: ... }]")
                .ifPresent(section -> {
                    if (section instanceof Node.Sequence sequence
                            && !sequence.items().isEmpty()) {
                        sequence.items()
                                .forEach(item -> values.mapping(item)
                                        .flatMap(body -> test(body, defaults.orElse(null)))
                                        .ifPresent(tests::add));
                    } else {
                        findings.error(
                                section.place(),
                                "a list of tests is needed here, not "
                                        + (section instanceof Node.Sequence ? "an empty one" : section.description()),
                                "begin each test with '- name: ...'");
                    }
                });
        return tests;
    }

    private Optional<PolicyTest> test(Node.Mapping body, Node.@Nullable Mapping defaults) {
        var fields = new Fields(body, findings, "name", "given", "expect");
        Optional<String> name = fields.require("name", "name: an agent sees a record")
                .flatMap(node -> values.line(node).filter(text -> isNew(text, node.place())));
        List<Expected> expected = fields.require("expect", "expect: { outcome: permit }")
                .flatMap(values::mapping)
                .map(new ExpectReader(findings, policy)::read)
                .orElse(List.of());
        Optional<AccessRequest> request = fields.require("given", "given: { user: ..., actions: [...] }")
                .flatMap(values::mapping)
                .map(given -> Defaults.under(given, defaults))
                .flatMap(GivenReader.strict(findings, policy, provoked(expected))::read);
        return name.flatMap(
                known -> request.map(asked -> new PolicyTest(known, body.place().line(), asked, expected)));
    }

    /** What names the policy does not have are there for. */
    private static Set<Reason> provoked(List<Expected> expected) {
        return expected.stream()
                .filter(each -> each.aspect() == Aspect.REASON)
                .map(each -> new Reason(each.text()))
                .collect(Collectors.toSet());
    }

    private boolean isNew(String name, Place place) {
        Place first = names.putIfAbsent(name, place);
        if (first != null) {
            findings.error(
                    place,
                    "the name " + Quoted.of(name) + " was already used on line " + first.line(),
                    "give each test its own name");
        }
        return first == null;
    }
}
