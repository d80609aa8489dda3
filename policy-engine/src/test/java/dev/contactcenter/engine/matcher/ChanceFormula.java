package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Random conditions about what {@link ChanceRequest} tells, or does not. */
final class ChanceFormula {

    /** About signals that can be missing, and about the person. */
    private static final List<Predicate> PLAIN = List.of(
            new Predicate.Is(Attribute.DEVICE_COMPLIANCE, "compliant"),
            new Predicate.IsOneOf(Attribute.DEVICE_COMPLIANCE, Set.of("noncompliant", "unknown")),
            new Predicate.Is(Attribute.DEVICE_ID, "d1"),
            new Predicate.Is(Attribute.NETWORK_ZONE, "unknown"),
            new Predicate.Holds(Attribute.NETWORK_ZONE, Predicate.Part.START, "cor"),
            new Predicate.Is(Attribute.RISK_USER, "high"),
            new Predicate.Is(Attribute.CLIENT_ID, "desktop"),
            new Predicate.Has(Attribute.USER_GROUPS, "/teams/billing"),
            new Predicate.Has(Attribute.USER_GROUPS, "/sites/north"));

    private static final List<Predicate> OF_SITUATION = List.of(
            new Predicate.Is(Attribute.MODE, "agent"),
            new Predicate.Is(Attribute.ACTION_VERB, "edit"),
            new Predicate.NumberIs(Attribute.ACTION_TIER, Order.AT_MOST, 1),
            new Predicate.IsTrue(Attribute.ACTION_PRIVILEGED));

    private static final List<Predicate> OF_ABSENCE = Stream.of(Signal.DEVICE, Signal.NETWORK, Signal.RISK)
            .flatMap(signal -> Stream.of(Absence.values())
                    .<Predicate>map(why -> new Predicate.IsMissing(signal, EnumSet.of(why, Absence.STALE))))
            .toList();

    private static final List<Predicate> MANY = many();

    private final Draw draw;
    private final List<Predicate> questions;

    private ChanceFormula(Draw draw, List<Predicate> questions) {
        this.draw = draw;
        this.questions = questions;
    }

    /** Nothing that differs between the actions of one request. */
    static ChanceFormula ofRequest(Draw draw) {
        return new ChanceFormula(draw, PLAIN);
    }

    /** About the mode and the action as well. */
    static ChanceFormula ofSituation(Draw draw) {
        return new ChanceFormula(draw, join(PLAIN, OF_SITUATION));
    }

    /** Anything at all, in more different questions than fit on one page of the matcher. */
    static ChanceFormula ofAnything(Draw draw) {
        return new ChanceFormula(draw, MANY);
    }

    /** Whether a signal is missing: a rule may ask that only so that it applies more often. */
    Formula missing() {
        return new Formula.Atom(draw.oneOf(OF_ABSENCE));
    }

    Formula any(int depth) {
        return switch (draw.below(depth > 0 ? 7 : 3)) {
            case 0 -> new Formula.Constant(!draw.once(3));
            case 1, 2 -> new Formula.Atom(draw.oneOf(questions));
            case 3 -> new Formula.Not(any(depth - 1));
            case 4 -> new Formula.All(List.of(any(depth - 1), any(depth - 1)));
            default -> new Formula.Any(List.of(any(depth - 1), any(depth - 1)));
        };
    }

    private static List<Predicate> many() {
        List<Predicate> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new Predicate.Is(Attribute.DEVICE_ID, "d" + i));
            many.add(new Predicate.IsOneOf(Attribute.CLIENT_ID, Set.of("desktop", "other" + i)));
            many.add(new Predicate.Holds(Attribute.USER_ID, Predicate.Part.END, String.valueOf(i)));
            many.add(new Predicate.DurationIs(Attribute.SESSION_AGE, Order.BELOW, Duration.ofMinutes(i)));
            many.add(new Predicate.TimeIs(Attribute.NOW, Order.AT_MOST, Floor.NOW.plusSeconds(i - 15)));
        }
        for (Order order : Order.values()) {
            many.add(new Predicate.DurationIs(Attribute.AUTH_AGE, order, Duration.ofMinutes(5)));
            many.add(new Predicate.ClockIs(
                    Attribute.NOW, Predicate.ClockField.HOURS, ZoneOffset.UTC, order, Floor.NOW.getEpochSecond() % 24));
        }
        many.add(new Predicate.Is(Attribute.AUTH_ACR, "phr"));
        many.add(new Predicate.Is(Attribute.USER_KIND, "service"));
        many.add(new Predicate.IsTrue(Attribute.SESSION_OFFLINE));
        many.add(new Predicate.InCohort("wave-1", 50));
        List<Predicate> usual = join(join(PLAIN, OF_SITUATION), OF_ABSENCE);
        return join(join(many, usual), join(usual, usual));
    }

    private static List<Predicate> join(List<Predicate> some, List<Predicate> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
