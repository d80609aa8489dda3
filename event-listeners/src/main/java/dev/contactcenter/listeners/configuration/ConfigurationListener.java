package dev.contactcenter.listeners.configuration;

import dev.contactcenter.kit.policy.Governance;
import dev.contactcenter.kit.policy.PolicyProvider;
import dev.contactcenter.kit.record.AdminResources;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Records what administrators, and clients that register themselves, change of what decisions depend on, in the transaction of the change. */
final class ConfigurationListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(ConfigurationListener.class);

    /** Not users and their sessions: those are not configuration, and what their events carry is personal. */
    private static final Set<ResourceType> CONFIGURATION = EnumSet.of(
            ResourceType.REALM,
            ResourceType.COMPONENT,
            ResourceType.CLIENT,
            ResourceType.CLIENT_SCOPE,
            ResourceType.CLIENT_SCOPE_CLIENT_MAPPING,
            ResourceType.CLIENT_SCOPE_MAPPING,
            ResourceType.REALM_SCOPE_MAPPING,
            ResourceType.REALM_ROLE,
            ResourceType.REALM_ROLE_MAPPING,
            ResourceType.PROTOCOL_MAPPER,
            ResourceType.AUTH_FLOW,
            ResourceType.AUTH_EXECUTION,
            ResourceType.AUTH_EXECUTION_FLOW,
            ResourceType.AUTHENTICATOR_CONFIG,
            ResourceType.REQUIRED_ACTION);

    /** What applications change of their own client (RFC 7591 and 7592), which Keycloak tells as events of users. */
    private static final Map<EventType, OperationType> REGISTRATIONS = new EnumMap<>(Map.of(
            EventType.CLIENT_REGISTER, OperationType.CREATE,
            EventType.CLIENT_UPDATE, OperationType.UPDATE,
            EventType.CLIENT_DELETE, OperationType.DELETE));

    private static final Pattern CREDENTIALS =
            Pattern.compile("clients/[^/]+/((?:client-secret|certificates|registration-access-token)(?:/.*)?)");

    /** Keycloak's id of what reads realms without the cache. */
    private static final String DATABASE = "jpa";

    private final KeycloakSession session;

    ConfigurationListener(KeycloakSession session) {
        this.session = session;
    }

    /** What else people do is recorded where it is decided. */
    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.getContext().getRealm();
        OperationType operation = REGISTRATIONS.get(event.getType());
        if (operation != null
                && realm != null
                && realm.getId().equals(event.getRealmId())
                && event.getError() == null
                && isOurs(realm)) {
            String clientId = text(event.getClientId());
            var client =
                    new DecisionRecord.Actor(text(event.getUserId()), "", "", clientId, text(event.getIpAddress()));
            record(realm, ConfiguredThing.client(idOf(realm, clientId)), operation, Map.of("entity", clientId), client);
        }
    }

    /** Of a client that was removed just now, as another transaction still sees it. */
    private String idOf(RealmModel realm, String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .map(ClientModel::getId)
                .or(() -> earlier(
                        realm,
                        (own, old) -> Optional.ofNullable(old.getClientByClientId(clientId))
                                .map(ClientModel::getId)))
                .orElse("");
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = session.getContext().getRealm();
        if (realm != null && realm.getId().equals(event.getRealmId()) && event.getError() == null) {
            thing(event)
                    .filter(ours -> isOurs(realm))
                    .ifPresent(thing -> record(
                            realm,
                            thing,
                            event.getOperationType() == OperationType.ACTION
                                    ? OperationType.UPDATE
                                    : event.getOperationType(),
                            told(event),
                            actor(event.getAuthDetails())));
        }
    }

    private static Optional<ConfiguredThing> thing(AdminEvent event) {
        if (isOfDevices(event)) {
            return Optional.of(ConfiguredThing.device());
        }
        boolean changes = event.getOperationType() != OperationType.ACTION
                || credentials(event).isPresent();
        return changes && CONFIGURATION.contains(event.getResourceType())
                ? Optional.of(ConfiguredThing.named(event.getResourceType(), event.getResourcePath()))
                : Optional.empty();
    }

    /** Told or removed by an administrator, or let in again; orders to revoke have records of their own. */
    private static boolean isOfDevices(AdminEvent event) {
        return switch (text(event.getResourceTypeAsString())) {
            case AdminResources.DEVICE -> true;
            case AdminResources.REVOCATION -> event.getOperationType() == OperationType.DELETE;
            default -> false;
        };
    }

    /** Whoever holds a client's secret or key is that client, and Keycloak makes a new one by what it calls an action. */
    private static Optional<String> credentials(AdminEvent event) {
        return Optional.of(CREDENTIALS.matcher(text(event.getResourcePath())))
                .filter(found -> event.getResourceType() == ResourceType.CLIENT && found.matches())
                .map(found -> found.group(1));
    }

    /** What the event tells by itself. */
    private static Map<String, String> told(AdminEvent event) {
        Map<String, String> told = new TreeMap<>(RoleMapping.about(event));
        credentials(event).ifPresent(which -> told.put("detail", which));
        return told;
    }

    /** Also while the policy is switched off: whoever switches it off, and what is changed meanwhile, is what has to be on record. */
    private static boolean isOurs(RealmModel realm) {
        return Governance.of(realm)
                || realm.getComponentsStream(realm.getId(), PolicyProvider.class.getName())
                        .findAny()
                        .isPresent();
    }

    private void record(
            RealmModel realm,
            ConfiguredThing thing,
            OperationType operation,
            Map<String, String> told,
            DecisionRecord.Actor actor) {
        Optional<Snapshot> before = earlier(realm, thing::snapshot);
        Map<String, String> about = new TreeMap<>(told);
        about.putAll(about(operation, thing, before, thing.snapshot(session, realm)));
        session.getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.CONFIGURATION_CHANGED,
                                Instant.ofEpochMilli(Time.currentTimeMillis()),
                                realm.getName(),
                                "changed",
                                "",
                                actor,
                                about),
                        Keep.WITH_REQUEST);
    }

    /**
     * What was there before this transaction, which another one still sees; but for the cache of realms, whose components whoever changes
     * them changes in place. Where there is no connection for another one, the old value is missing, and not the record: Keycloak swallows
     * what listeners throw.
     */
    private <T> Optional<T> earlier(RealmModel realm, BiFunction<KeycloakSession, RealmModel, Optional<T>> reading) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> reading.apply(
                            own, own.getProvider(RealmProvider.class, DATABASE).getRealm(realm.getId())),
                    "contact-center-configuration-before");
        } catch (RuntimeException unread) {
            LOG.errorf(
                    unread,
                    "What was configured in realm %s before a change cannot be read and is missing in its record",
                    realm.getName());
            return Optional.empty();
        }
    }

    private static Map<String, String> about(
            OperationType operation, ConfiguredThing thing, Optional<Snapshot> before, Optional<Snapshot> now) {
        Optional<Snapshot> latest = now.or(() -> before);
        Map<String, String> about = new TreeMap<>(Snapshot.difference(before, now));
        about.put("operation", operation.name().toLowerCase(Locale.ROOT));
        about.put("type", latest.map(Snapshot::type).orElse(thing.type()));
        latest.ifPresent(snapshot -> about.put("entity", snapshot.name()));
        if (!thing.id().isEmpty()) {
            about.put("entity_id", thing.id());
        }
        return about;
    }

    /** An administrator may be of another realm. */
    private DecisionRecord.Actor actor(@Nullable AuthDetails who) {
        if (who == null) {
            return DecisionRecord.Actor.NOBODY;
        }
        Optional<RealmModel> home =
                Optional.ofNullable(who.getRealmId()).map(id -> session.realms().getRealm(id));
        return new DecisionRecord.Actor(
                text(who.getUserId()),
                home.map(realm -> session.users().getUserById(realm, text(who.getUserId())))
                        .map(UserModel::getUsername)
                        .orElse(""),
                "",
                home.map(realm -> realm.getClientById(text(who.getClientId())))
                        .map(ClientModel::getClientId)
                        .orElse(""),
                text(who.getIpAddress()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void close() {}
}
