package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.request.Subject;
import java.util.Set;

/**
 * A hat that a person may wear.
 *
 * @param roles realm roles, any of which makes a person eligible
 * @param actions names of the actions it grants
 * @param datasets the sets of data that it may query
 */
public record Mode(String name, Set<String> roles, Set<String> actions, Datasets datasets) {

    public Mode {
        roles = Set.copyOf(roles);
        actions = Set.copyOf(actions);
    }

    /** One that may query whatever its actions let it. */
    public Mode(String name, Set<String> roles, Set<String> actions) {
        this(name, roles, actions, new Datasets.All());
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

    /** What binds everybody in it whatever the rules say. */
    public Obligations own() {
        return Obligations.NONE.withData(DataScope.of(datasets));
    }
}
