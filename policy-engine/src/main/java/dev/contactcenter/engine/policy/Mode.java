package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.request.Subject;
import java.util.Set;

/**
 * A hat that a person may wear.
 *
 * @param roles realm roles, any of which makes a person eligible
 * @param actions names of the actions it grants
 */
public record Mode(String name, Set<String> roles, Set<String> actions) {

    public Mode {
        roles = Set.copyOf(roles);
        actions = Set.copyOf(actions);
    }

    /** Whether a person is eligible. */
    public boolean welcomes(Subject.Person person) {
        for (String role : roles) {
            if (person.roles().contains(role)) {
                return true;
            }
        }
        return false;
    }
}
