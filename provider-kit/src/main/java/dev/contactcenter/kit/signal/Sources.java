package dev.contactcenter.kit.signal;

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

    /** Pages of other extensions are components of the same type. */
    private static Stream<Source> source(KeycloakSession keycloak, ComponentModel component) {
        return keycloak.getKeycloakSessionFactory().getProviderFactory(UiPageProvider.class, component.getProviderId())
                        instanceof SignalSourceFactory factory
                ? Stream.of(new Source(factory, component))
                : Stream.empty();
    }
}
