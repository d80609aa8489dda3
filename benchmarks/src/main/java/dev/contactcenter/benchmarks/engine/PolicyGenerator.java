package dev.contactcenter.benchmarks.engine;

import static dev.contactcenter.benchmarks.engine.Atom.has;
import static dev.contactcenter.benchmarks.engine.Atom.is;
import static dev.contactcenter.benchmarks.engine.Atom.isNot;
import static dev.contactcenter.benchmarks.engine.Atom.oneOf;

import dev.contactcenter.benchmarks.engine.NeutralRule.Deny;
import dev.contactcenter.benchmarks.engine.NeutralRule.Effect;
import dev.contactcenter.benchmarks.engine.NeutralRule.Limit;
import dev.contactcenter.benchmarks.engine.NeutralRule.Require;
import dev.contactcenter.engine.request.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes policies of a given size, always the same ones: six rules for every action, and variants of eight templates. */
final class PolicyGenerator {

    private static final int TEMPLATES = 8;
    private static final List<String> SYSTEMS = List.of("windows", "macos", "linux", "ios", "android");

    /** Named by what a contact center does, the everyday first. */
    private static final List<String> ACTIONS = List.of(
            "record:view",
            "note:write",
            "case:close",
            "record:edit",
            "queue:monitor",
            "report:query",
            "billing:edit",
            "transcript:view",
            "recording:play",
            "recording:download",
            "export:create",
            "admin:configure");

    private final int teams;
    private final List<String> actions;
    private final List<NeutralRule> rules = new ArrayList<>();

    private PolicyGenerator(int teams, List<String> actions) {
        this.teams = teams;
        this.actions = actions;
    }

    /** The policy of the comparison: so many rules over twelve actions. */
    static NeutralPolicy standard(int rules) {
        return new PolicyGenerator(12, ACTIONS).write("standard-" + rules, rules);
    }

    /** So many rules over so many actions that each action has about as many rules as in {@code standard(100)}. */
    static NeutralPolicy spread(int rules) {
        int count = rules * ACTIONS.size() / 94;
        List<String> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(i < ACTIONS.size() ? ACTIONS.get(i) : ACTIONS.get(i % ACTIONS.size()) + "-" + i / ACTIONS.size());
        }
        return new PolicyGenerator(48, many).write("spread-" + rules, rules);
    }

    private NeutralPolicy write(String revision, int count) {
        base();
        for (int i = 0; rules.size() < count; i++) {
            rules.add(variant(i));
        }
        Map<String, Integer> tiers = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            tiers.put(actions.get(i), i % ACTIONS.size() / 3);
        }
        return new NeutralPolicy(revision, tiers, teams, rules);
    }

    private void base() {
        everywhere("edr-stopped", new Deny("device_edr_stopped"), is(Attribute.DEVICE_EDR, "stopped"));
        everywhere(
                "disk-not-encrypted",
                new Deny("device_not_encrypted"),
                new Atom.TierAtLeast(2),
                is(Attribute.DEVICE_ENCRYPTION, "off"));
        everywhere("risky-session", new Require(2, 300), is(Attribute.RISK_SESSION, "high"));
        everywhere(
                "unmanaged-device",
                new Require(1, Answer.UNBOUNDED),
                new Atom.TierAtLeast(2),
                isNot(Attribute.DEVICE_MANAGEMENT, "managed"));
        everywhere(
                "long-session", new Require(1, 3600), new Atom.TierAtLeast(1), new Atom.OlderThan(Duration.ofHours(8)));
        everywhere("unknown-network", new Limit(300), is(Attribute.NETWORK_ZONE, "unknown"));
    }

    private void everywhere(String id, Effect effect, Atom... atoms) {
        rules.add(new NeutralRule(id, List.of(), List.of(atoms), effect));
    }

    /** One in five looks at two actions. */
    private NeutralRule variant(int i) {
        String first = actions.get(i * 5 % actions.size());
        String second = actions.get((i * 5 + 3) % actions.size());
        List<String> targets = i % 5 == 0 && !first.equals(second) ? List.of(first, second) : List.of(first);
        // Not in step with the template, so that every team meets every template.
        Atom team = has(Attribute.USER_GROUPS, NeutralPolicy.team((i + i / TEMPLATES) % teams));
        return new NeutralRule("rule-" + i, targets, atoms(i, team), effect(i));
    }

    private static List<Atom> atoms(int i, Atom team) {
        int round = i / TEMPLATES;
        return switch (i % TEMPLATES) {
            case 0 -> List.of(team, has(Attribute.USER_ROLES, "supervisor"), is(Attribute.INTERACTION_STATE, "live"));
            case 1 -> List.of(team, is(Attribute.RISK_USER, round % 3 == 0 ? "medium" : "high"));
            case 2 ->
                List.of(team, oneOf(Attribute.NETWORK_ZONE, zone(round), zone(round + 1 + round / 6 % 2), "unknown"));
            case 3 -> List.of(team, has(Attribute.USER_ROLES, "agent"), isNot(Attribute.INTERACTION_STATE, "live"));
            case 4 ->
                List.of(team, is(Attribute.DEVICE_OS, system(round)), isNot(Attribute.DEVICE_COMPLIANCE, "compliant"));
            case 5 -> List.of(team, is(Attribute.AUTH_PASSKEY, round % 2 == 0 ? "none" : "synced"));
            case 6 ->
                List.of(
                        has(Attribute.USER_ROLES, "analyst"),
                        oneOf(Attribute.DEVICE_CLASS, round % 2 == 0 ? "shared" : "personal", "kiosk"),
                        new Atom.OlderThan(Duration.ofHours(1 + round % 6)));
            default ->
                List.of(
                        is(Attribute.CLIENT_ID, Requests.client(round)),
                        is(Attribute.AUTH_ACR, "password"),
                        new Atom.After(Requests.START.plus(Duration.ofDays(1 + round % 4))));
        };
    }

    private static Effect effect(int i) {
        int round = i / TEMPLATES;
        return switch (i % TEMPLATES) {
            case 0 -> new Limit(600 + 60L * (round % 4));
            case 1 -> new Require(1, 600);
            case 2 -> new Deny("network_not_allowed");
            case 3 -> new Require(1, 1800 + 600L * (round % 3));
            case 4 -> new Deny("device_not_compliant");
            case 5 -> new Require(2, Answer.UNBOUNDED);
            case 6 -> new Deny("shared_device");
            default -> new Limit(120);
        };
    }

    private static String zone(int i) {
        return NeutralPolicy.ZONES.get(i % NeutralPolicy.ZONES.size());
    }

    private static String system(int i) {
        return SYSTEMS.get(i % SYSTEMS.size());
    }
}
