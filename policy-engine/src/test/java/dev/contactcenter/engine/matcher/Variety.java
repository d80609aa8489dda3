package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Gives the policies of {@link Chance} what they lack: rollouts, exceptions, break-glass accounts, care for missing signals. */
final class Variety {

    private static final Set<String> BILLING = Set.of("/teams/billing");

    private final Random random;
    private final Chance chance;

    Variety(long seed, Chance chance) {
        this.random = new Random(seed);
        this.chance = chance;
    }

    Policy of(Policy policy) {
        Enforcement enforcement = random.nextInt(6) > 0 ? Enforcement.ENFORCED : oneOf(Enforcement.values());
        return new Policy(
                new Policy.Head(
                        policy.revision(), enforcement, random.nextInt(6) > 0 ? new Rollout.Everyone() : rollout()),
                policy.assurance(),
                policy.catalogue(),
                policy.zones(),
                random.nextBoolean() ? Map.of() : Map.of(Signal.DEVICE, care(), Signal.NETWORK, care()),
                random.nextInt(4) > 0
                        ? new BreakGlass.None()
                        : new BreakGlass.Accounts(Set.of("/sites/north"), Set.of(), List.of()),
                policy.rules().stream().map(this::rule).toList());
    }

    private Rule rule(Rule rule) {
        List<Effect> effects = new ArrayList<>(rule.effects());
        if (random.nextInt(3) == 0) {
            Bound minute = Bound.atMost(Duration.ofMinutes(1));
            effects.add(new Effect.Limit(Obligations.NONE.withTokenLifespan(minute), chance.formula(2)));
        }
        return new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                rule.when(),
                random.nextInt(3) > 0 ? new Rollout.Everyone() : rollout(),
                random.nextInt(3) > 0 ? List.of() : List.of(exemption(), exemption()),
                effects);
    }

    private Rollout rollout() {
        return new Rollout.Pilot(random.nextBoolean() ? BILLING : Set.of(), random.nextInt(101), "cohort");
    }

    private Exemption exemption() {
        return new Exemption(
                random.nextBoolean() ? BILLING : Set.of(),
                Set.of(),
                Set.of(),
                chance.formula(2),
                random.nextBoolean() ? Instant.MAX : Floor.NOW.plusSeconds(random.nextInt(3) - 1L),
                "site move",
                "CISO office");
    }

    private SignalCare care() {
        return new SignalCare(
                Bound.none(),
                Map.of(0, EnumSet.of(oneOf(Absence.values()))),
                Map.of(random.nextInt(4), Map.of(Absence.SOURCE_FAILED, Duration.ofMinutes(1 + random.nextInt(90)))));
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
