package dev.contactcenter.engine.decision;

/** The answer to an access request. There is no fourth answer: what cannot be decided is denied. */
public sealed interface Decision {

    /** What the decision rests on. */
    Grounds grounds();

    /** The request may go ahead, bound to the obligations. */
    record Permit(Obligations obligations, Grounds grounds) implements Decision {}

    /**
     * The request may go ahead after the person has proven more.
     *
     * @param obligations what the permit will be bound to
     */
    record StepUp(Demand demand, Obligations obligations, Grounds grounds) implements Decision {}

    /** The request may not go ahead. */
    record Deny(Reason reason, Grounds grounds) implements Decision {}
}
