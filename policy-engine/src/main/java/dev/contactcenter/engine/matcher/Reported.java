package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.WouldBe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The grounds of a permit by a policy that only reports: no rule caused it, so what the rules say is told as would-be. */
final class Reported extends Grounds {

    private final Decision strict;

    Reported(Decision strict) {
        this.strict = strict;
    }

    @Override
    public Told told() {
        Told told = strict.grounds().told();
        List<WouldBe> wouldBe =
                new ArrayList<>(strict.grounds() instanceof Matched matched ? matched.each() : told.wouldBe());
        wouldBe.add(Matched.told(WouldBe.WHOLE_POLICY, strict));
        return new Told(
                told.revision(),
                told.modes(),
                Set.of(),
                told.undecidable(),
                wouldBe,
                told.excused(),
                told.breakGlass(),
                told.missing(),
                told.lastKnown());
    }
}
