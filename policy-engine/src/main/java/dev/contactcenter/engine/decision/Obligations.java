package dev.contactcenter.engine.decision;

/**
 * What a permit is bound to.
 *
 * @param tokenLifespan how long a token that carries the action may live
 * @param sessionIdle how long the session may rest
 * @param sessionMax how long the session may last
 * @param freshFor how long the proof that the permit rests on stays fresh enough; no token may outlive it
 */
public record Obligations(Bound tokenLifespan, Bound sessionIdle, Bound sessionMax, Bound freshFor) {

    /** Bound to nothing. */
    public static final Obligations NONE = new Obligations(Bound.none(), Bound.none(), Bound.none(), Bound.none());

    /** The stricter of the two in each respect. */
    public Obligations and(Obligations other) {
        return new Obligations(
                tokenLifespan.tighter(other.tokenLifespan),
                sessionIdle.tighter(other.sessionIdle),
                sessionMax.tighter(other.sessionMax),
                freshFor.tighter(other.freshFor));
    }

    /** The same with the token lifespan bound as well. */
    public Obligations withTokenLifespan(Bound bound) {
        return new Obligations(tokenLifespan.tighter(bound), sessionIdle, sessionMax, freshFor);
    }

    /** The same with the freshness bound as well. */
    public Obligations withFreshFor(Bound bound) {
        return new Obligations(tokenLifespan, sessionIdle, sessionMax, freshFor.tighter(bound));
    }
}
