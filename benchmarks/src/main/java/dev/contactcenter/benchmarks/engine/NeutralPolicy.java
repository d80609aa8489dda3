package dev.contactcenter.benchmarks.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The policy that all contenders decide by, in no engine's language.
 *
 * @param tiers action to tier
 * @param teams how many teams there are
 */
record NeutralPolicy(String revision, Map<String, Integer> tiers, int teams, List<NeutralRule> rules) {

    /** Assurance levels, weakest first. */
    static final List<String> LEVELS = List.of("password", "phr", "phrh");

    /** Modes, and at the same time the role that each needs; every mode grants every action. */
    static final List<String> MODES = List.of("agent", "supervisor", "analyst");

    /** Zones of the network beside {@code unknown}. */
    static final List<String> ZONES = List.of("corporate", "branch-north", "branch-south", "home", "vdi", "partner");

    private static final int CANDIDATES_AT_MOST = Long.SIZE;

    NeutralPolicy {
        rules = List.copyOf(rules);
    }

    /** The rules that look at each action, in the order of the policy: at most 64, so that a set of them fits into a long. */
    Map<String, NeutralRule[]> byAction() {
        Map<String, NeutralRule[]> index = new LinkedHashMap<>();
        for (String action : tiers.keySet()) {
            NeutralRule[] candidates = rules.stream()
                    .filter(rule -> rule.actions().isEmpty() || rule.actions().contains(action))
                    .toArray(NeutralRule[]::new);
            if (candidates.length > CANDIDATES_AT_MOST) {
                throw new IllegalStateException(action + " has " + candidates.length + " rules; 64 can be told apart");
            }
            index.put(action, candidates);
        }
        return index;
    }

    /** One line about its size, for readers of the figures. */
    String shape() {
        double candidates = byAction().values().stream()
                .mapToInt(rules -> rules.length)
                .average()
                .orElse(0);
        long atoms =
                rules.stream().flatMap(rule -> rule.atoms().stream()).distinct().count();
        return String.format(
                Locale.ROOT,
                "%d rules, %d actions, %d distinct questions, %.1f rules a request on average",
                rules.size(),
                tiers.size(),
                atoms,
                candidates);
    }

    static String team(int number) {
        return "/teams/team-" + number;
    }

    static int indexOf(NeutralRule[] candidates, String id) {
        return Arrays.stream(candidates).map(NeutralRule::id).toList().indexOf(id);
    }
}
