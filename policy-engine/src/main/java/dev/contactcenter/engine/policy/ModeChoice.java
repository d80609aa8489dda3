package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.Set;

/** Which mode a request is decided in: exactly one, never a union. */
sealed interface ModeChoice {

    /** One mode is settled. */
    record Settled(Mode mode) implements ModeChoice {}

    /** No mode is needed: a service, nobody signed in yet, or a sign-in that asks for neither mode nor action. */
    record NotApplicable() implements ModeChoice {}

    /** The modes asked for cannot be had. */
    record Refused(Reason reason) implements ModeChoice {}

    static ModeChoice of(Policy policy, AccessRequest request) {
        if (request.modes().size() > 1) {
            return new Refused(Reason.SEVERAL_MODES_REQUESTED);
        }
        if (!policy.modes().keySet().containsAll(request.modes())) {
            return new Refused(Reason.MODE_UNKNOWN);
        }
        return switch (request.subject()) {
            case Subject.Person person -> forPerson(policy, request, person);
            case Subject.Service ignored ->
                request.modes().isEmpty() ? new NotApplicable() : new Refused(Reason.MODE_NOT_ELIGIBLE);
        };
    }

    private static ModeChoice forPerson(Policy policy, AccessRequest request, Subject.Person person) {
        Set<String> eligible = policy.eligibleModes(person);
        if (!eligible.containsAll(request.modes())) {
            return new Refused(Reason.MODE_NOT_ELIGIBLE);
        }
        Set<String> candidates = request.modes().isEmpty() ? eligible : request.modes();
        return only(policy, candidates, unsettled(request, eligible));
    }

    /** A mode binds actions: who asks for none may sign in without one, as to the account console. */
    private static ModeChoice unsettled(AccessRequest request, Set<String> eligible) {
        if (request.actions().isEmpty()) {
            return new NotApplicable();
        }
        return new Refused(eligible.isEmpty() ? Reason.MODE_NOT_ELIGIBLE : Reason.MODE_NOT_CHOSEN);
    }

    private static ModeChoice only(Policy policy, Set<String> names, ModeChoice otherwise) {
        return names.size() == 1
                ? policy.modes().values().stream()
                        .filter(mode -> names.contains(mode.name()))
                        .<ModeChoice>map(Settled::new)
                        .findFirst()
                        .orElse(otherwise)
                : otherwise;
    }
}
