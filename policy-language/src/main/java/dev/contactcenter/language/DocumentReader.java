package dev.contactcenter.language;

import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the document section by section: first what it declares, then what uses that. */
final class DocumentReader {

    static final Format FORMAT = new Format("contactCenterPolicy", "1");
    private static final String[] KEYS = {
        FORMAT.key(),
        "revision",
        "enforcement",
        "rollout",
        "continuity",
        "assurance",
        "unmanagedScopes",
        "zones",
        "signals",
        "breakGlass",
        "actions",
        "modes",
        "services",
        "details",
        "rules"
    };

    private final Findings findings;
    private final Values values;
    private final Names names;

    DocumentReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    /**
     * What a document without errors holds.
     *
     * @param root for the places of what is said about the policy as a whole
     */
    record Parts(Policy policy, Set<String> unmanagedScopes, Map<String, DetailTerms> details, Node.Mapping root) {

        /** Where a rule begins; the whole document if the section rules has none of this id. */
        Place placeOfRule(String id) {
            List<String> ids = policy.rules().stream().map(Rule::id).toList();
            return root.entries().get("rules") instanceof Node.Entry(Place ignored, Node.Sequence rules)
                            && ids.contains(id)
                            && ids.indexOf(id) < rules.items().size()
                    ? rules.items().get(ids.indexOf(id)).place()
                    : Place.ofDocument();
        }
    }

    /** Nothing if there is any error. */
    Optional<Parts> read(Node document) {
        return values.mapping(document)
                .filter(root -> FORMAT.isReadable(root, findings))
                .flatMap(this::sections);
    }

    private Optional<Parts> sections(Node.Mapping root) {
        var fields = new Fields(root, findings, KEYS);
        FORMAT.require(fields);
        Vocabulary words = words(fields);
        Policy policy = policy(root, fields, words);
        Set<String> unmanaged = fields.find("unmanagedScopes")
                .map(new UnmanagedReader(findings, words.actions())::read)
                .orElse(Set.of());
        Map<String, DetailTerms> details =
                section(fields.find("details"), new DetailsReader(findings, words.actions())::read);
        return findings.hasErrors() ? Optional.empty() : Optional.of(new Parts(policy, unmanaged, details, root));
    }

    /** With errors, what could be read: never to be used, only to find the other errors. */
    private Policy policy(Node.Mapping root, Fields fields, Vocabulary words) {
        var conditions = ConditionReader.of(findings, words, root);
        var effects = new EffectsReader(findings, words.assurance(), conditions);
        Catalogue catalogue = catalogue(fields, words, conditions);
        Zones zones = fields.find("zones")
                .flatMap(values::mapping)
                .map(new ZonesReader(findings)::read)
                .orElse(Zones.NONE);
        SignalsReader.Read signals = fields.find("signals")
                .flatMap(values::mapping)
                .map(new SignalsReader(findings, catalogue.actions(), effects)::read)
                .orElseGet(() -> new SignalsReader.Read(Map.of(), List.of()));
        BreakGlass breakGlass = fields.find("breakGlass")
                .flatMap(values::mapping)
                .map(new BreakGlassReader(findings, effects)::read)
                .orElseGet(BreakGlass.None::new);
        List<Rule> rules = new ArrayList<>(fields.find("rules")
                .map(new RulesReader(findings, words, conditions, effects)::read)
                .orElse(List.of()));
        rules.addAll(signals.rules());
        return new Policy(head(fields), words.assurance(), catalogue, zones, signals.care(), breakGlass, rules);
    }

    private Policy.Head head(Fields fields) {
        String revision = fields.require("revision", "revision: 2026-11-22.1")
                .flatMap(names::revision)
                .orElse("");
        Enforcement enforcement = fields.find("enforcement")
                .flatMap(node -> values.choice(node, Enforcement.class))
                .orElse(Enforcement.ENFORCED);
        return new Policy.Head(
                revision,
                enforcement,
                new RolloutReader(findings).read(fields, WouldBe.WHOLE_POLICY),
                new ContinuityReader(findings).grace(fields));
    }

    private Catalogue catalogue(Fields fields, Vocabulary words, ConditionReader conditions) {
        Map<String, Action> actions = section(
                fields.require("actions", "actions: { record:view: { tier: 0 } }"), new ActionsReader(findings)::read);
        Map<String, Mode> modes =
                section(fields.find("modes"), new ModesReader(findings, words.actions(), conditions)::read);
        Map<String, Service> services =
                section(fields.find("services"), new ServicesReader(findings, words.actions())::read);
        return new Catalogue(actions, modes, services);
    }

    private Vocabulary words(Fields fields) {
        List<String> assurance = fields.require("assurance", "assurance: [password, phr]")
                .map(node -> values.several(node, names::level, "name the levels, weakest first"))
                .map(List::copyOf)
                .orElse(List.of());
        Set<String> actions = keys(fields.find("actions")).stream()
                .map(Names::meant)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Vocabulary(assurance, actions, keys(fields.find("modes")), keys(fields.find("zones")));
    }

    private static Set<String> keys(Optional<Node> section) {
        return section.map(node ->
                        node instanceof Node.Mapping mapping ? mapping.entries().keySet() : Set.<String>of())
                .orElse(Set.of());
    }

    private <T> Map<String, T> section(Optional<Node> section, Function<Node.Mapping, Map<String, T>> reader) {
        return section.flatMap(values::mapping).map(reader).orElse(Map.of());
    }
}
