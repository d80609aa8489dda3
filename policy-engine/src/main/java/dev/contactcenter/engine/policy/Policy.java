package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a policy says. {@code Decider} decides by it.
 *
 * @param assurance acr values, weakest first
 * @param signals how signals are treated; one that is not a key is {@link SignalCare#NONE}
 */
public record Policy(
        Head head,
        List<String> assurance,
        Catalogue catalogue,
        Zones zones,
        Map<Signal, SignalCare> signals,
        BreakGlass breakGlass,
        List<Rule> rules) {

    public Policy {
        assurance = List.copyOf(assurance);
        signals = Map.copyOf(signals);
        rules = List.copyOf(rules);
        for (Rule rule : rules) {
            requireOnLadder(rule.id(), rule.effects(), assurance);
        }
        if (breakGlass instanceof BreakGlass.Accounts accounts) {
            requireOnLadder("breakGlass", accounts.effects(), assurance);
        }
    }

    /**
     * The policy as a whole.
     *
     * @param revision the owner's label, recorded with every decision
     * @param grace how long what a session had goes on in a live interaction that the rules no longer permit; zero for not at all
     */
    public record Head(String revision, Enforcement enforcement, Rollout rollout, Duration grace) {
        public Head {
            if (grace.isNegative()) {
                throw new IllegalArgumentException("A grace cannot be negative: " + grace);
            }
        }

        /** Without grace. */
        public Head(String revision, Enforcement enforcement, Rollout rollout) {
            this(revision, enforcement, rollout, Duration.ZERO);
        }
    }

    /** A level that the ladder lacks would compare as lower than all others: the rule would demand nothing. */
    private static void requireOnLadder(String id, List<Effect> effects, List<String> ladder) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Require require
                    && !ladder.contains(require.demand().acr())) {
                throw new IllegalArgumentException("Rule " + id + " requires '"
                        + require.demand().acr() + "', which is not one of the assurance levels " + ladder);
            }
        }
    }

    /** The owner's label. */
    public String revision() {
        return head.revision();
    }

    /** The switch over the whole policy. */
    public Enforcement enforcement() {
        return head.enforcement();
    }

    /** Actions by name. */
    public Map<String, Action> actions() {
        return catalogue.actions();
    }

    /** Modes by name. */
    public Map<String, Mode> modes() {
        return catalogue.modes();
    }

    /** Services by client id. */
    public Map<String, Service> services() {
        return catalogue.services();
    }

    /** How a signal is treated. */
    public SignalCare care(Signal signal) {
        return signals.getOrDefault(signal, SignalCare.NONE);
    }
}
