package dev.contactcenter.endpoints.streams;

import dev.contactcenter.kit.setting.ComponentRefusedException;
import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/** The streams that a realm configures. */
public final class EventStreams {

    private static final Logger LOG = Logger.getLogger(EventStreams.class);

    /** The kind of component that configures one. */
    public static final String PROVIDER_ID = "contact-center-event-stream";

    private EventStreams() {}

    /**
     * Refuses a component that could not be used.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if a setting cannot be used
     * @throws ComponentRefusedException if another stream has its name
     */
    public static void check(RealmModel realm, ComponentModel component) {
        String name = EventStream.of(component).name();
        boolean taken = components(realm)
                .anyMatch(other ->
                        !other.getId().equals(component.getId()) && name.equals(other.get(EventStream.NAME.key())));
        if (taken) {
            throw new ComponentRefusedException("Setting 'name' cannot be used: there is another stream '" + name
                    + "', and a URL can belong to one of them only");
        }
    }

    /** In the order of their names. */
    public static List<EventStream> of(RealmModel realm) {
        return components(realm)
                .flatMap(component -> usable(realm, component).stream())
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** The stream with a name. */
    public static Optional<EventStream> named(RealmModel realm, String name) {
        return components(realm)
                .filter(component -> name.equals(component.get(EventStream.NAME.key())))
                .findFirst()
                .flatMap(component -> usable(realm, component));
    }

    private static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName())
                .filter(component -> PROVIDER_ID.equals(component.getProviderId()));
    }

    /** What is stored was checked before; another version of the pack may have done that. */
    private static Optional<EventStream> usable(RealmModel realm, ComponentModel component) {
        try {
            return Optional.of(EventStream.of(component));
        } catch (InvalidSettingException unusable) {
            LOG.errorf("A stream of realm %s receives nothing: %s", realm.getName(), unusable.getMessage());
            return Optional.empty();
        }
    }
}
