package dev.contactcenter.benchmarks.engine;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the policy as a document of the pack's own language. */
final class PolicyText {

    private PolicyText() {}

    static String of(NeutralPolicy policy) {
        return "contactCenterPolicy: 1\nrevision: \"" + policy.revision() + "\"\nassurance: " + NeutralPolicy.LEVELS
                + '\n' + zones() + actions(policy) + modes(policy) + rules(policy);
    }

    private static String zones() {
        StringBuilder text = new StringBuilder("zones:\n");
        for (int i = 0; i < NeutralPolicy.ZONES.size(); i++) {
            text.append("  %s: { trust: medium, cidrs: [10.%d.0.0/16] }\n".formatted(NeutralPolicy.ZONES.get(i), i));
        }
        return text.toString();
    }

    private static String actions(NeutralPolicy policy) {
        return policy.tiers().entrySet().stream()
                .map(action -> "  %s: { tier: %d }\n".formatted(action.getKey(), action.getValue()))
                .collect(Collectors.joining("", "actions:\n", ""));
    }

    private static String modes(NeutralPolicy policy) {
        List<String> actions = List.copyOf(policy.tiers().keySet());
        return NeutralPolicy.MODES.stream()
                .map(mode -> "  %s: { roles: [%s], actions: %s }\n".formatted(mode, mode, actions))
                .collect(Collectors.joining("", "modes:\n", ""));
    }

    private static String rules(NeutralPolicy policy) {
        return policy.rules().stream().map(PolicyText::rule).collect(Collectors.joining("", "rules:\n", ""));
    }

    private static String rule(NeutralRule rule) {
        String actions = rule.actions().isEmpty() ? "" : "    actions: " + rule.actions() + '\n';
        return "  - id: " + rule.id() + '\n' + actions + "    when: '" + CelText.all(rule.atoms()) + "'\n    "
                + effect(rule.effect()) + '\n';
    }

    private static String effect(NeutralRule.Effect effect) {
        return switch (effect) {
            case NeutralRule.Deny deny -> "deny: { reason: " + deny.reason() + " }";
            case NeutralRule.Require require ->
                "require: { acr: " + NeutralPolicy.LEVELS.get(require.level())
                        + (require.maxAge() == Answer.UNBOUNDED ? "" : ", maxAge: PT" + require.maxAge() + "S") + " }";
            case NeutralRule.Limit limit -> "limit: { tokenLifespan: PT" + limit.tokenLifespan() + "S }";
        };
    }
}
