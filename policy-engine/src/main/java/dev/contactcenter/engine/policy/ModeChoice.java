package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Subject;
import java.util.Set;

/** Which mode a request is decided in: exactly one, never a union. */
sealed interface ModeChoice {

    /** One mode is settled. */
    record Settled(Mode mode) implements ModeChoice {}

    /** No mode applies: a service, or nobody signed in yet and none asked for. */
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
            case Subject.Person person -> forPerson(policy, request.modes(), person);
            case Subject.Service ignored ->
                request.modes().isEmpty() ? new NotApplicable() : new Refused(Reason.MODE_NOT_ELIGIBLE);
            case Subject.Unidentified ignored -> only(policy, request.modes(), new NotApplicable());
        };
    }

    private static ModeChoice forPerson(Policy policy, Set<String> asked, Subject.Person person) {
        Set<String> eligible = policy.eligibleModes(person);
        if (!eligible.containsAll(asked) || eligible.isEmpty()) {
            return new Refused(Reason.MODE_NOT_ELIGIBLE);
        }
        return only(policy, asked.isEmpty() ? eligible : asked, new Refused(Reason.MODE_NOT_CHOSEN));
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
