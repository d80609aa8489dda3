package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Warns about what a policy may say but hardly means. */
public final class Linter {

    private static final List<Check> CHECKS = List.of(
            new ActionChecks(),
            new ConditionChecks(),
            new ModeChecks(),
            new NeedlessRules(),
            new ServiceChecks(),
            new DataChecks(),
            new SignalChecks(),
            new SessionChecks(),
            new ExceptionChecks(),
            new RolloutChecks(),
            new BreakGlassChecks(),
            new Lockouts());

    private Linter() {}

    /**
     * All doubts about a policy, each once.
     *
     * @param now which exceptions have ended is not told without it
     */
    public static List<Doubt> check(Policy policy, Optional<Instant> now) {
        Checked checked = Checked.of(policy, now);
        return CHECKS.stream().flatMap(check -> check.of(checked)).distinct().toList();
    }
}
