package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.stream.Stream;

/** Whether there is a way in when the rules themselves are the trouble, and whether it is guarded. */
final class BreakGlassChecks implements Check {

    @Override
    public Stream<Doubt> of(Checked policy) {
        return switch (policy.policy().breakGlass()) {
            case BreakGlass.None ignored ->
                policy.rules().stream().anyMatch(BreakGlassChecks::canShutOut)
                        ? Stream.of(new Doubt(
                                Kind.NO_BREAK_GLASS,
                                Spot.DOCUMENT,
                                "there is no break-glass account: if a rule shuts out those who should repair it, nobody can",
                                "add breakGlass: { groups: [/break-glass], require: { acr: phr } }"))
                        : Stream.empty();
            case BreakGlass.Accounts accounts ->
                accounts.effects().stream().anyMatch(Effect.Require.class::isInstance)
                        ? Stream.empty()
                        : Stream.of(new Doubt(
                                Kind.BREAK_GLASS_WITHOUT_DEMAND,
                                Spot.DOCUMENT.key("breakGlass"),
                                "nothing is required of break-glass accounts, and no rule holds for them",
                                "add require"));
        };
    }

    private static boolean canShutOut(Written written) {
        return written.rule().state() == Rule.State.ENFORCED
                && written.rule().effects().stream().anyMatch(effect -> !(effect instanceof Effect.Limit));
    }
}
