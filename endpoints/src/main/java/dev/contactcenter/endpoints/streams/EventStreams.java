package dev.contactcenter.endpoints.streams;

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

    private EventStreams() {}

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

    static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName())
                .filter(component -> EventStreamFactory.PROVIDER_ID.equals(component.getProviderId()));
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
