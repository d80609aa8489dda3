package dev.contactcenter.kit.policy;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.RealmModel;

/**
 * Whether the realm's browser flow can bring about what the policy demands. It is looked at when a policy is saved; a flow
 * that is changed later is met by the decision at the end of the login.
 */
final class FlowFit {

    private final Policy policy;
    private final AcrLevels levels;
    private final Map<Integer, Integer> maxAges;

    FlowFit(RealmModel realm, Policy policy, AcrLevels levels) {
        this.policy = policy;
        this.levels = levels;
        this.maxAges = LoAUtil.getLoaMaxAgesConfiguredInRealmBrowserFlow(realm);
    }

    Stream<String> problems() {
        Stream<String> ofRules = policy.rules().stream()
                .filter(rule -> rule.state() != Rule.State.DISABLED)
                .flatMap(rule -> problems("rule '" + rule.id() + "'", rule.effects()));
        return policy.breakGlass() instanceof BreakGlass.Accounts accounts
                ? Stream.concat(ofRules, problems("breakGlass", accounts.effects()))
                : ofRules;
    }

    private Stream<String> problems(String what, List<Effect> effects) {
        return effects.stream().flatMap(effect -> switch (effect) {
            case Effect.Require require -> problems(what, require.demand());
            case Effect.Refuse ignored -> Stream.empty();
            case Effect.Limit ignored -> Stream.empty();
        });
    }

    private Stream<String> problems(String what, Demand demand) {
        return levels.level(demand.acr()).stream()
                .flatMap(level -> maxAges.containsKey(level)
                        ? tooLong(what, demand, maxAges.get(level))
                        : Stream.of(
                                ("%s demands '%s', but the realm's browser flow has no step for level %d; bind a flow"
                                                + " with the condition Level of Authentication for it")
                                        .formatted(what, demand.acr(), level)));
    }

    /** Keycloak takes a proof for fresh up to and including its maximum age, so the flow's has to be the shorter one. */
    private static Stream<String> tooLong(String what, Demand demand, int flowMaxAge) {
        return switch (demand.maxAge()) {
            case Bound.Unbounded ignored -> Stream.empty();
            case Bound.AtMost limit ->
                flowMaxAge < limit.duration().toSeconds()
                        ? Stream.empty()
                        : Stream.of(("%s demands '%s' within %s, but the browser flow would not ask for it again before"
                                        + " %d seconds; set the Max Age of that level's condition below %d")
                                .formatted(
                                        what,
                                        demand.acr(),
                                        limit.duration(),
                                        flowMaxAge,
                                        limit.duration().toSeconds()));
        };
    }
}
