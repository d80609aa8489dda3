package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.listeners.sink.Sink;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;

/** Sinks that this server holds open from one batch to the next. */
final class OpenSinks {

    private final Map<String, Open> byComponent = new ConcurrentHashMap<>();

    private record Open(Map<String, String> stored, Sink sink) {}

    /** The sink of a component, opened anew if its settings changed; used by the thread alone that has claimed it. */
    Sink of(KeycloakSession session, ComponentModel component, SinkKind kind) {
        Map<String, String> stored = Settings.stored(component);
        Open open = byComponent.get(component.getId());
        if (open != null && open.stored().equals(stored)) {
            return open.sink();
        }
        close(component.getId());
        Sink sink = kind.open(session, stored);
        byComponent.put(component.getId(), new Open(stored, sink));
        return sink;
    }

    /** Lets go of one: the next time it is opened anew, with what its secret is then. */
    void close(String component) {
        Open open = byComponent.remove(component);
        if (open != null) {
            open.sink().close();
        }
    }

    /** Lets go of those whose components are not among these. */
    void keepOnly(Set<String> components) {
        Set.copyOf(byComponent.keySet()).stream()
                .filter(component -> !components.contains(component))
                .forEach(this::close);
    }

    void closeAll() {
        byComponent.keySet().forEach(this::close);
    }
}
