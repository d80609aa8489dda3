package dev.contactcenter.listeners.configuration;

import dev.contactcenter.kit.policy.PolicyComponentFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;

/**
 * A thing that an administrator configures.
 *
 * @param id Keycloak's id; empty of a realm, and of what is known by its path alone
 */
record ConfiguredThing(ResourceType resource, String id) {

    private static final Pattern ONE = Pattern.compile("(?:components|clients|client-scopes)/([^/]+)");

    /** @param path as the Admin REST API has it, below the realm */
    static ConfiguredThing named(ResourceType resource, @Nullable String path) {
        Matcher one = ONE.matcher(path == null ? "" : path);
        return new ConfiguredThing(resource, one.matches() ? one.group(1) : "");
    }

    /** @param id Keycloak's, not the one that the client uses */
    static ConfiguredThing client(String id) {
        return new ConfiguredThing(ResourceType.CLIENT, id);
    }

    String type() {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    /** As it is seen in this session; nothing if it is not there, or its kind has no value of its own. */
    Optional<Snapshot> snapshot(KeycloakSession session, RealmModel realm) {
        return switch (resource) {
            case COMPONENT ->
                Optional.ofNullable(realm.getComponent(id))
                        .map(found -> Snapshot.of(
                                session,
                                type(found),
                                found.getName(),
                                ModelToRepresentation.toRepresentation(session, found, false)));
            case CLIENT ->
                Optional.ofNullable(realm.getClientById(id))
                        .map(found -> Snapshot.of(
                                session,
                                type(),
                                found.getClientId(),
                                ModelToRepresentation.toRepresentation(found, session)));
            case CLIENT_SCOPE ->
                Optional.ofNullable(realm.getClientScopeById(id))
                        .map(found -> Snapshot.of(
                                session, type(), found.getName(), ModelToRepresentation.toRepresentation(found)));
            case REALM ->
                Optional.of(Snapshot.of(
                        session,
                        type(),
                        realm.getName(),
                        ModelToRepresentation.toRepresentation(session, realm, false)));
            default -> Optional.empty();
        };
    }

    private String type(ComponentModel component) {
        return PolicyComponentFactory.PROVIDER_ID.equals(component.getProviderId()) ? "policy" : type();
    }
}
