package dev.contactcenter.engine.decision;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a permit is bound to.
 *
 * @param tokenLifespan how long a token that carries the action may live
 * @param sessionIdle how long the session may rest
 * @param sessionMax how long the session may last
 * @param freshFor how long the proof that the permit rests on stays fresh enough; no token may outlive it
 * @param maskedFields names of fields that the application must not show
 * @param rate how often the action may be done
 * @param data how much of the data it reaches
 */
public record Obligations(
        Bound tokenLifespan,
        Bound sessionIdle,
        Bound sessionMax,
        Bound freshFor,
        Set<String> maskedFields,
        Rate rate,
        DataScope data) {

    /** Bound to nothing. */
    public static final Obligations NONE =
            new Obligations(Bound.none(), Bound.none(), Bound.none(), Bound.none(), Set.of(), new Rate.Unlimited());

    public Obligations {
        maskedFields = Set.copyOf(maskedFields);
    }

    /** Those that reach all of the data. */
    public Obligations(
            Bound tokenLifespan,
            Bound sessionIdle,
            Bound sessionMax,
            Bound freshFor,
            Set<String> maskedFields,
            Rate rate) {
        this(tokenLifespan, sessionIdle, sessionMax, freshFor, maskedFields, rate, DataScope.ALL);
    }

    /** The stricter of the two in each respect. */
    public Obligations and(Obligations other) {
        if (equals(NONE) || equals(other)) {
            return other;
        }
        return other.equals(NONE)
                ? this
                : new Obligations(
                        tokenLifespan.tighter(other.tokenLifespan),
                        sessionIdle.tighter(other.sessionIdle),
                        sessionMax.tighter(other.sessionMax),
                        freshFor.tighter(other.freshFor),
                        union(maskedFields, other.maskedFields),
                        rate.slower(other.rate),
                        data.and(other.data));
    }

    /** The same with the token lifespan bound as well. */
    public Obligations withTokenLifespan(Bound bound) {
        return new Obligations(
                tokenLifespan.tighter(bound), sessionIdle, sessionMax, freshFor, maskedFields, rate, data);
    }

    /** The same with the freshness bound as well. */
    public Obligations withFreshFor(Bound bound) {
        return bound instanceof Bound.Unbounded
                ? this
                : new Obligations(
                        tokenLifespan, sessionIdle, sessionMax, freshFor.tighter(bound), maskedFields, rate, data);
    }

    /** The same with the rate bound as well. */
    public Obligations withRate(Rate bound) {
        return new Obligations(
                tokenLifespan, sessionIdle, sessionMax, freshFor, maskedFields, rate.slower(bound), data);
    }

    /** The same with the data bound as well. */
    public Obligations withData(DataScope bound) {
        return new Obligations(tokenLifespan, sessionIdle, sessionMax, freshFor, maskedFields, rate, data.and(bound));
    }

    /** What of them is about these actions. */
    public Obligations about(Set<String> actions) {
        return data.fields().equals(FieldScope.ALL)
                ? this
                : new Obligations(
                        tokenLifespan, sessionIdle, sessionMax, freshFor, maskedFields, rate, data.about(actions));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        if (some.containsAll(more)) {
            return some;
        }
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
