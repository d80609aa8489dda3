package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;

/** What a rule that applies adds. No effect can loosen anything. */
public sealed interface Effect {

    /** The person must have proven this much. */
    record Require(Demand demand) implements Effect {}

    /** The request is denied. */
    record Refuse(Reason reason) implements Effect {}

    /**
     * The permit is bound to this.
     *
     * @param when what must hold beside the rule's own condition
     */
    record Limit(Obligations obligations, Formula when) implements Effect {

        /** Whenever the rule applies. */
        public Limit(Obligations obligations) {
            this(obligations, Formula.ALWAYS);
        }
    }
}
