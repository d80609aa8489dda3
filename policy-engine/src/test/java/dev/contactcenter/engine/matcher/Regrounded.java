package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes out of the grounds of decisions what a comparison leaves aside. */
final class Regrounded {

    private Regrounded() {}

    static Decision withoutGrounds(Decision decision) {
        return on(decision, Grounds.none(""));
    }

    static Decision withoutMissing(Decision decision) {
        Grounds.Told all = decision.grounds().told();
        return on(
                decision,
                Grounds.of(new Grounds.Told(
                        all.revision(),
                        all.modes(),
                        all.rules(),
                        all.undecidable(),
                        all.wouldBe(),
                        all.excused(),
                        all.breakGlass(),
                        Map.of(),
                        Set.of())));
    }

    /** Without what rules that only report tell, or ask. */
    static Decision withoutReports(Decision decision) {
        Grounds.Told all = decision.grounds().told();
        return on(
                decision,
                Grounds.of(new Grounds.Told(
                        all.revision(),
                        all.modes(),
                        all.rules(),
                        all.undecidable(),
                        List.of(),
                        all.excused(),
                        all.breakGlass(),
                        Map.of(),
                        Set.of())));
    }

    private static Decision on(Decision decision, Grounds grounds) {
        return switch (decision) {
            case Decision.Permit permit -> new Decision.Permit(permit.obligations(), grounds);
            case Decision.StepUp stepUp -> new Decision.StepUp(stepUp.demand(), stepUp.obligations(), grounds);
            case Decision.Deny deny -> new Decision.Deny(deny.reason(), grounds);
        };
    }
}
