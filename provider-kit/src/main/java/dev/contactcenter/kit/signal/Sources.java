package dev.contactcenter.kit.signal;

import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.ComponentRefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/** The sources that a realm configures. */
final class Sources {

    private Sources() {}

    /** In the order of their names, so that the same request is always read in the same way. */
    static List<Source> of(KeycloakSession keycloak, RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName())
                .flatMap(component -> source(keycloak, component))
                .sorted(Comparator.comparing(Source::name))
                .toList();
    }

    /**
     * Records, sessions and the registry know a source by its name, so that two of one name would be taken for one: what the second
     * tells would take the place of what the first told.
     *
     * @throws ComponentRefusedException if another source of the realm has the name of this one
     */
    static void requireNameOfItsOwn(KeycloakSession keycloak, RealmModel realm, ComponentModel component) {
        String name = ComponentName.of(component);
        of(keycloak, realm).stream()
                .filter(other -> !other.component().getId().equals(component.getId())
                        && other.name().equals(name))
                .findAny()
                .ifPresent(other -> {
                    throw new ComponentRefusedException("Setting '" + ComponentName.SETTING.key()
                            + "' cannot be used: '" + name + "' is the name of a source of kind "
                            + other.component().getProviderId()
                            + " already, and records and sessions tell sources apart by it; give this one a name of its"
                            + " own");
                });
    }

    /** Pages of other extensions are components of the same type. */
    private static Stream<Source> source(KeycloakSession keycloak, ComponentModel component) {
        return keycloak.getKeycloakSessionFactory().getProviderFactory(UiPageProvider.class, component.getProviderId())
                        instanceof SignalSourceFactory factory
                ? Stream.of(new Source(factory, component))
                : Stream.empty();
    }
}
