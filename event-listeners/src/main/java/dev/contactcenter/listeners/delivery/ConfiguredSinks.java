package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.ComponentRefusedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiPageProvider;

/** The sinks that realms configure, of whatever kind. */
final class ConfiguredSinks {

    private ConfiguredSinks() {}

    /** Ids of the kinds that there are. */
    static List<String> kinds(KeycloakSessionFactory factory) {
        return factory.getProviderFactoriesStream(UiPageProvider.class)
                .filter(SinkKind.class::isInstance)
                .map(SinkKind.class::cast)
                .map(SinkKind::getId)
                .sorted()
                .toList();
    }

    static Optional<SinkKind> kind(KeycloakSession session, ComponentModel component) {
        return Optional.ofNullable(session.getKeycloakSessionFactory()
                        .getProviderFactory(UiPageProvider.class, component.getProviderId()))
                .filter(SinkKind.class::isInstance)
                .map(SinkKind.class::cast);
    }

    /** In the order of their names. */
    static List<ComponentModel> of(KeycloakSession session, RealmModel realm) {
        List<String> kinds = kinds(session.getKeycloakSessionFactory());
        return components(realm)
                .filter(component -> kinds.contains(component.getProviderId()))
                .sorted(Comparator.comparing(ConfiguredSinks::name))
                .toList();
    }

    static Optional<ComponentModel> named(KeycloakSession session, RealmModel realm, String name) {
        return of(session, realm).stream()
                .filter(component -> name(component).equals(name))
                .findFirst();
    }

    /** As it is stored; empty if nothing is. */
    static String name(ComponentModel component) {
        return Optional.ofNullable(component.get(SinkSettings.NAME.key())).orElse("");
    }

    /**
     * Refuses a name that another sink has.
     *
     * @throws ComponentRefusedException if one has it
     */
    static void requireOwnName(KeycloakSession session, RealmModel realm, ComponentModel component, String name) {
        boolean taken = of(session, realm).stream()
                .anyMatch(other ->
                        !other.getId().equals(component.getId()) && name(other).equals(name));
        if (taken) {
            throw new ComponentRefusedException("Setting 'name' cannot be used: there is another sink '" + name
                    + "', and meters could not tell them apart");
        }
    }

    private static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UiPageProvider.class.getName());
    }
}
