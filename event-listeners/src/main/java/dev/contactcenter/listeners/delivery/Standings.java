package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.sink.SinkStanding;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Chains;
import dev.contactcenter.listeners.chain.SinkBook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How the sinks of a realm are doing. */
final class Standings {

    private final KeycloakSession session;

    Standings(KeycloakSession session) {
        this.session = session;
    }

    /** How many records wait for a sink. */
    static long waiting(KeycloakSession session, String realmId, String sinkId) {
        var batches = new Batches(session);
        return batches.revived(sinkId)
                + batches.waiting(sinkId)
                        .map(waiting ->
                                Math.max(1, new Chains(session).head(realmId).seq() - waiting.oldestSeq() + 1))
                        .orElse(0L);
    }

    List<SinkStanding> of(RealmModel realm) {
        return ConfiguredSinks.of(session, realm).stream()
                .map(component -> of(realm, component))
                .toList();
    }

    private SinkStanding of(RealmModel realm, ComponentModel component) {
        var batches = new Batches(session);
        SinkBook.Standing standing = new SinkBook(session).standing(component.getId());
        String state;
        Optional<String> problem = Optional.empty();
        try {
            state = SinkSettings.of(Settings.stored(component)).state().name().toLowerCase(Locale.ROOT);
        } catch (InvalidSettingException unusable) {
            state = "unusable";
            problem = Optional.ofNullable(unusable.getMessage());
        }
        return new SinkStanding(
                ConfiguredSinks.name(component),
                component.getProviderId(),
                state,
                waiting(session, realm.getId(), component.getId()),
                batches.waiting(component.getId()).map(Batches.Waiting::oldestAt),
                standing.delivered(),
                standing.deliveredAt(),
                standing.failures(),
                problem.or(standing::lastError),
                standing.lastErrorAt(),
                batches.deadLetters(component.getId()),
                standing.lost());
    }
}
