package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.signal.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request to be decided, with what only the record needs to know.
 *
 * @param passkey facts of the passkey used last in the session; empty if none was
 * @param browser what the browser said of itself at sign-in; empty if it said nothing
 * @param traces what each source of signals contributed
 * @param about what else the record tells: the details asked for, and why
 */
public record Inquiry(
        Hook hook,
        AccessRequest request,
        DecisionRecord.Actor actor,
        Map<String, String> passkey,
        Map<String, String> browser,
        List<Trace> traces,
        Map<String, String> about) {

    public Inquiry {
        about = Map.copyOf(about);
        traces = List.copyOf(traces);
        passkey = Map.copyOf(passkey);
        browser = Map.copyOf(browser);
    }

    /** An inquiry of which there is nothing else to tell. */
    public Inquiry(
            Hook hook,
            AccessRequest request,
            DecisionRecord.Actor actor,
            Map<String, String> passkey,
            Map<String, String> browser,
            List<Trace> traces) {
        this(hook, request, actor, passkey, browser, traces, Map.of());
    }

    /** Whether the policy has nothing to say: neither a mode nor an action is asked for. */
    public boolean isEmpty() {
        return request.modes().isEmpty() && request.actions().isEmpty();
    }

    /** The same about other actions. */
    public Inquiry about(Set<String> actions) {
        return with(request.about(actions));
    }

    /** The same with another request. */
    public Inquiry with(AccessRequest other) {
        return new Inquiry(hook, other, actor, passkey, browser, traces, about);
    }

    /** The same with something else to tell. */
    public Inquiry telling(Map<String, String> more) {
        return new Inquiry(hook, request, actor, passkey, browser, traces, more);
    }
}
