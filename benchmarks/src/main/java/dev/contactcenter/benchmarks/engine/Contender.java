package dev.contactcenter.benchmarks.engine;

import dev.contactcenter.engine.request.AccessRequest;

/** One way to decide by the policy. What it makes of the request to ask its engine is part of what it costs. */
interface Contender {

    /** Decides in the form that it would be used in; this is what is measured. */
    Object decide(AccessRequest request);

    /** The same decision in the form in which contenders are compared. */
    default Answer answer(AccessRequest request) {
        return (Answer) decide(request);
    }
}
