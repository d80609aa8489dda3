package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Excuse;
import dev.contactcenter.engine.decision.Grounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The grounds of a permit that rests on a grace: the rules that would not have permitted it are told as excused. */
final class Graced extends Grounds {

    private final Matched strict;
    private final LiveGrace grace;

    Graced(Matched strict, LiveGrace grace) {
        this.strict = strict;
        this.grace = grace;
    }

    @Override
    public boolean isGrace() {
        return true;
    }

    @Override
    public Told told() {
        Told told = strict.told();
        Set<String> suspended = strict.violated();
        Set<String> rules = new TreeSet<>(told.rules());
        rules.removeAll(suspended);
        Set<String> undecidable = new TreeSet<>(told.undecidable());
        undecidable.removeAll(suspended);
        List<Excuse> excused = new ArrayList<>(told.excused());
        suspended.forEach(rule -> excused.add(Excuse.grace(rule, grace.until())));
        return new Told(
                told.revision(),
                told.modes(),
                rules,
                undecidable,
                told.wouldBe(),
                excused,
                told.breakGlass(),
                told.missing(),
                told.lastKnown());
    }
}
