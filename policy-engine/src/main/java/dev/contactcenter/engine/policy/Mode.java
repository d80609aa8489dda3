package dev.contactcenter.engine.policy;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.request.Subject;
import java.util.Set;

/**
 * A hat that a person may wear.
 *
 * @param roles realm roles, any of which makes a person eligible
 * @param groups paths, any of which the person must be in as well; empty for everybody
 * @param when what else must hold, and be known to hold: a mode grants, so that what cannot be answered opens nothing
 * @param actions names of the actions it grants
 * @param datasets the sets of data that it may query
 */
public record Mode(
        String name, Set<String> roles, Set<String> groups, Formula when, Set<String> actions, Datasets datasets) {

    public Mode {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        actions = Set.copyOf(actions);
    }

    /** For whoever has one of the roles, at any time and from anywhere, to query whatever its actions let it. */
    public Mode(String name, Set<String> roles, Set<String> actions) {
        this(name, roles, Set.of(), Formula.ALWAYS, actions, new Datasets.All());
    }

    /** Whether a person is one of those who may have it where its condition holds. */
    public boolean welcomes(Subject.Person person) {
        return hasOne(roles, person.roles()) && (groups.isEmpty() || hasOne(groups, person.groups()));
    }

    private static boolean hasOne(Set<String> wanted, Set<String> had) {
        for (String one : wanted) {
            if (had.contains(one)) {
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
