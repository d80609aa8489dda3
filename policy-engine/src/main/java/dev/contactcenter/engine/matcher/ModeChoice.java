package dev.contactcenter.engine.matcher;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which mode a request is decided in: exactly one, never a union. */
sealed interface ModeChoice {

    /** One mode is settled. */
    record Settled(Mode mode) implements ModeChoice {}

    /** No mode is needed: a service, nobody signed in yet, or a sign-in that asks for neither mode nor action. */
    record NotApplicable() implements ModeChoice {}

    /** The modes asked for cannot be had. */
    record Refused(Reason reason) implements ModeChoice {}

    /** The choice for a request. */
    static ModeChoice of(Policy policy, Eligibility eligibility, AccessRequest request) {
        if (request.modes().size() > 1) {
            return new Refused(Reason.SEVERAL_MODES_REQUESTED);
        }
        return switch (request.subject()) {
            case Subject.Person person ->
                request.modes().isEmpty()
                        ? unasked(policy.modes(), eligibility, request, person)
                        : asked(policy.modes().get(request.modes().iterator().next()), eligibility, request, person);
            case Subject.Service ignored -> forService(policy, request);
        };
    }

    private static ModeChoice forService(Policy policy, AccessRequest request) {
        if (request.modes().isEmpty()) {
            return new NotApplicable();
        }
        return new Refused(
                policy.modes().containsKey(request.modes().iterator().next())
                        ? Reason.MODE_NOT_ELIGIBLE
                        : Reason.MODE_UNKNOWN);
    }

    private static ModeChoice asked(
            @Nullable Mode mode, Eligibility eligibility, AccessRequest request, Subject.Person person) {
        if (mode == null) {
            return new Refused(Reason.MODE_UNKNOWN);
        }
        return eligibility.isGiven(mode, person, request) ? new Settled(mode) : new Refused(Reason.MODE_NOT_ELIGIBLE);
    }

    private static ModeChoice unasked(
            Map<String, Mode> modes, Eligibility eligibility, AccessRequest request, Subject.Person person) {
        Mode only = null;
        int eligible = 0;
        for (Mode mode : modes.values()) {
            if (eligibility.isGiven(mode, person, request)) {
                only = mode;
                eligible++;
            }
        }
        if (eligible == 1 && only != null) {
            return new Settled(only);
        }
        // A mode binds actions: who asks for none may sign in without one, as to the account console.
        if (request.actions().isEmpty()) {
            return new NotApplicable();
        }
        return new Refused(eligible == 0 ? Reason.MODE_NOT_ELIGIBLE : Reason.MODE_NOT_CHOSEN);
    }
}
