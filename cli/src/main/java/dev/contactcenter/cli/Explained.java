package dev.contactcenter.cli;

import dev.contactcenter.engine.explanation.Explanation;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import java.util.Optional;

/** A request, the policy it was put to, and what came of it. */
record Explained(Policy policy, AccessRequest request, Explanation explanation) {

    /** The token that could be had now, or after the step-up that is demanded; none after a denial. */
    Optional<TokenPreview> token() {
        return TokenPreview.of(policy, request, explanation.decision());
    }
}
