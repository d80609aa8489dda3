package dev.contactcenter.kit.details;

import dev.contactcenter.language.DetailTerms.Use;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/**
 * Actions on one thing: one member of {@code authorization_details} (RFC 9396 §2).
 *
 * @param actions names, at least one
 * @param identifier of the resource (RFC 9396 §2.2); empty if none is named
 * @param interaction id of the interaction in the telephony system; empty if none is named
 * @param fields names of the fields that it is narrowed to; empty for all that the actions show
 * @param use how often a token serves that carries it
 */
public record ActionDetail(Set<String> actions, String identifier, String interaction, Set<String> fields, Use use) {

    /** The type that this pack knows. */
    public static final String TYPE = "contact_center_action";

    static final String ACTIONS = "actions";
    static final String IDENTIFIER = "identifier";

    /** The member that names an interaction, and the type of a resource that is one. */
    public static final String INTERACTION = "interaction";

    static final String FIELDS = "fields";

    /** Told in tokens only: what is asked for is not what decides how often it serves. */
    static final String USE = "use";

    static final String ONCE = "once";

    public ActionDetail {
        actions = Set.copyOf(actions);
        fields = Set.copyOf(fields);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("A detail names an action, because without one it asks for nothing");
        }
    }

    /** All actions of some details. */
    public static Set<String> actionsOf(Collection<ActionDetail> details) {
        Set<String> actions = new TreeSet<>();
        details.forEach(detail -> actions.addAll(detail.actions));
        return actions;
    }

    /** Whether a token that carries these serves only once. */
    public static boolean servesOnce(Collection<ActionDetail> details) {
        return details.stream().anyMatch(detail -> detail.use == Use.ONCE);
    }

    /** Whether another asks for no more than this (RFC 9396 §6.1). */
    public boolean covers(ActionDetail other) {
        return actions.containsAll(other.actions)
                && isOf(identifier, other.identifier)
                && isOf(interaction, other.interaction)
                && (fields.isEmpty() || (!other.fields.isEmpty() && fields.containsAll(other.fields)));
    }

    /** Who has it of everything also has it of one. */
    private static boolean isOf(String granted, String asked) {
        return granted.isEmpty() || granted.equals(asked);
    }

    /** The same without some actions; nothing if none is left. */
    public Optional<ActionDetail> without(Collection<String> withheld) {
        Set<String> left = new TreeSet<>(actions);
        left.removeAll(withheld);
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActionDetail(left, identifier, interaction, fields, use));
    }

    /** The same on these terms. */
    ActionDetail serving(Use other) {
        return new ActionDetail(actions, identifier, interaction, fields, other);
    }

    /** As Keycloak puts it into tokens. */
    public AuthorizationDetailsJSONRepresentation told() {
        var told = new AuthorizationDetailsJSONRepresentation();
        told.setType(TYPE);
        told.setActions(List.copyOf(new TreeSet<>(actions)));
        if (!identifier.isEmpty()) {
            told.setIdentifier(identifier);
        }
        if (!interaction.isEmpty()) {
            told.setCustomData(INTERACTION, interaction);
        }
        if (!fields.isEmpty()) {
            told.setCustomData(FIELDS, List.copyOf(new TreeSet<>(fields)));
        }
        if (use == Use.ONCE) {
            told.setCustomData(USE, ONCE);
        }
        return told;
    }
}
