package dev.contactcenter.listeners.configuration;

import dev.contactcenter.kit.policy.PolicyComponentFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * A thing that an administrator configures.
 *
 * @param type what was changed, lower snake case
 * @param holder what it is read as part of: the client of a mapper, or all flows of the realm
 * @param id Keycloak's id of the holder, of a role its name or id; empty of the realm and its flows, and of what is known by its path
 *     alone
 */
record ConfiguredThing(String type, ResourceType holder, String id) {

    private static final Pattern ONE = Pattern.compile("(components|client-scopes)/([^/]+)");
    private static final Pattern OF_CLIENT = Pattern.compile("(clients)/([^/]+)(?:/.*)?");
    private static final Pattern ROLE = Pattern.compile("(roles|roles-by-id)/([^/]+)(?:/.*)?");
    private static final Pattern MAPPER = Pattern.compile("(clients|client-scopes)/([^/]+)/protocol-mappers/.*");

    /** @param path as the Admin REST API has it, below the realm */
    static ConfiguredThing named(ResourceType resource, @Nullable String path) {
        String below = path == null ? "" : path;
        return switch (resource) {
            case AUTH_FLOW, AUTH_EXECUTION, AUTH_EXECUTION_FLOW, AUTHENTICATOR_CONFIG, REQUIRED_ACTION ->
                new ConfiguredThing(type(resource), ResourceType.AUTH_FLOW, "");
            case PROTOCOL_MAPPER -> mapper(below);
            case CLIENT, CLIENT_SCOPE_CLIENT_MAPPING ->
                new ConfiguredThing(type(resource), ResourceType.CLIENT, group(OF_CLIENT.matcher(below), 2));
            case REALM_ROLE -> new ConfiguredThing(type(resource), resource, group(ROLE.matcher(below), 2));
            default -> new ConfiguredThing(type(resource), resource, group(ONE.matcher(below), 2));
        };
    }

    private static ConfiguredThing mapper(String path) {
        Matcher matcher = MAPPER.matcher(path);
        ResourceType holder =
                group(matcher, 1).equals("client-scopes") ? ResourceType.CLIENT_SCOPE : ResourceType.CLIENT;
        return new ConfiguredThing(type(ResourceType.PROTOCOL_MAPPER), holder, group(matcher, 2));
    }

    private static String group(Matcher matcher, int number) {
        return matcher.matches() ? matcher.group(number) : "";
    }

    /** @param id Keycloak's, not the one that the client uses */
    static ConfiguredThing client(String id) {
        return new ConfiguredThing(type(ResourceType.CLIENT), ResourceType.CLIENT, id);
    }

    /** What the pack's own administration tells of: it has no representation in Keycloak's. */
    static ConfiguredThing device() {
        return new ConfiguredThing("device", ResourceType.CUSTOM, "");
    }

    private static String type(ResourceType resource) {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    /** As it is seen in this session; nothing if it is not there, or its kind has no value of its own. */
    Optional<Snapshot> snapshot(KeycloakSession session, RealmModel realm) {
        return switch (holder) {
            case COMPONENT -> Optional.ofNullable(realm.getComponent(id)).map(found -> component(session, found));
            case CLIENT -> Optional.ofNullable(realm.getClientById(id)).map(found -> client(session, found));
            case CLIENT_SCOPE ->
                Optional.ofNullable(realm.getClientScopeById(id))
                        .map(found -> Snapshot.of(
                                session, type, found.getName(), ModelToRepresentation.toRepresentation(found)));
            case REALM ->
                Optional.of(Snapshot.of(
                        session, type, realm.getName(), ModelToRepresentation.toRepresentation(session, realm, false)));
            case AUTH_FLOW -> Optional.of(Snapshot.of(session, type, realm.getName(), flows(session, realm)));
            case REALM_ROLE ->
                Optional.ofNullable(realm.getRole(id))
                        .or(() -> Optional.ofNullable(realm.getRoleById(id)))
                        .map(found -> Snapshot.of(session, type, found.getName(), role(found)));
            default -> Optional.empty();
        };
    }

    private Snapshot component(KeycloakSession session, ComponentModel found) {
        return Snapshot.of(
                session, type(found), found.getName(), ModelToRepresentation.toRepresentation(session, found, false));
    }

    private Snapshot client(KeycloakSession session, ClientModel found) {
        return Snapshot.of(session, type, found.getClientId(), ModelToRepresentation.toRepresentation(found, session));
    }

    /** With their steps, and how these are configured; the realm's own representation has none of it. */
    private static RealmRepresentation flows(KeycloakSession session, RealmModel realm) {
        var flows = new RealmRepresentation();
        ModelToRepresentation.exportAuthenticationFlows(session, realm, flows);
        ModelToRepresentation.exportRequiredActions(realm, flows);
        return flows;
    }

    /** With the names of the realm's roles that it contains. */
    private static RoleRepresentation role(RoleModel role) {
        RoleRepresentation representation = ModelToRepresentation.toRepresentation(role);
        var contained = new RoleRepresentation.Composites();
        contained.setRealm(role.getCompositesStream()
                .filter(one -> !one.isClientRole())
                .map(RoleModel::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
        representation.setComposites(contained);
        return representation;
    }

    private String type(ComponentModel component) {
        return PolicyComponentFactory.PROVIDER_ID.equals(component.getProviderId()) ? "policy" : type;
    }
}
