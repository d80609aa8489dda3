package dev.contactcenter.endpoints.poll;

import dev.contactcenter.endpoints.receiver.StreamBook;
import dev.contactcenter.endpoints.streams.EventStream;
import dev.contactcenter.endpoints.streams.EventStreams;
import dev.contactcenter.kit.http.BackOff;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiPageProviderFactory;

/** Lets administrators configure streams of security events, and has those polled that are not pushed. */
public final class EventStreamFactory implements UiPageProviderFactory<EventStream> {

    public static final String PROVIDER_ID = EventStreams.PROVIDER_ID;

    private final BackOff backOff = new BackOff();
    private final PollCrew crew = new PollCrew(backOff);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Security events of another system (Shared Signals Framework, CAEP), and what follows from each.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return EventStream.properties();
    }

    @Override
    public EventStream create(KeycloakSession session, ComponentModel component) {
        return EventStream.of(component);
    }

    /** Which servers of keys failed a moment ago, for events that are pushed as for those that are polled. */
    public BackOff backOff() {
        return backOff;
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel component) {
        try {
            EventStreams.check(realm, component);
        } catch (InvalidSettingException unusable) {
            throw new ComponentRefusedException(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel component) {
        new StreamBook(session).configured(realm.getId(), component.getId());
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel component) {
        onCreate(session, realm, component);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            // Not earlier: at a first start there are no tables until the database is migrated.
            if (event instanceof PostMigrationEvent) {
                crew.begin(factory);
            }
        });
    }

    @Override
    public void close() {
        crew.close();
    }
}
