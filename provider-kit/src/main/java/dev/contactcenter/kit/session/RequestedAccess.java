package dev.contactcenter.kit.session;

import dev.contactcenter.kit.policy.PolicyInForce;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/**
 * What a set of granted client scopes means to the policy.
 *
 * @param modes names without the prefix {@code mode:}
 * @param actions names, {@code resource:verb}
 */
public record RequestedAccess(Set<String> modes, Set<String> actions) {

    private static final String MODE_PREFIX = "mode:";
    private static final Pattern ACTION_SHAPE = Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+");

    public RequestedAccess {
        modes = Set.copyOf(modes);
        actions = Set.copyOf(actions);
    }

    /** Sorts client scopes, default ones included: a scope that nobody asked for is granted all the same. */
    public static RequestedAccess of(Stream<ClientScopeModel> granted, PolicyInForce policy) {
        // A client is its own client scope; its name is free text and no scope.
        List<String> names = new ArrayList<>();
        granted.forEach(scope -> {
            if (!(scope instanceof ClientModel)) {
                names.add(scope.getName());
            }
        });
        return ofNames(names, policy);
    }

    /** Sorts scope names, as they stand in a token. */
    public static RequestedAccess ofNames(Collection<String> names, PolicyInForce policy) {
        Set<String> modes = new TreeSet<>();
        Set<String> actions = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(MODE_PREFIX)) {
                modes.add(name.substring(MODE_PREFIX.length()));
            } else if (isAction(name, policy)) {
                actions.add(name);
            }
        }
        return new RequestedAccess(modes, actions);
    }

    /** The same with actions that are asked for beside the scope. */
    public RequestedAccess and(Set<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<String> all = new TreeSet<>(actions);
        all.addAll(more);
        return new RequestedAccess(modes, all);
    }

    /** The scope that asks for a mode. */
    public static String modeScope(String mode) {
        return MODE_PREFIX + mode;
    }

    /** Whether the policy has nothing to say: neither a mode nor an action is asked for. */
    public boolean isNothing() {
        return modes.isEmpty() && actions.isEmpty();
    }

    /** An unknown scope of an action's shape counts as one: what the policy does not know, it cannot have allowed. */
    private static boolean isAction(String name, PolicyInForce policy) {
        return switch (policy) {
            case PolicyInForce.Active active ->
                active.policy().policy().actions().containsKey(name)
                        || (hasShapeOfAction(name) && !active.policy().isUnmanaged(name));
            case PolicyInForce.Unusable ignored -> hasShapeOfAction(name);
            case PolicyInForce.NotGoverned ignored -> false;
        };
    }

    /** Most scopes have no colon at all, which is quicker to see than to match. */
    private static boolean hasShapeOfAction(String name) {
        return name.indexOf(':') > 0 && ACTION_SHAPE.matcher(name).matches();
    }
}
