package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.kit.sink.ChainStanding;
import dev.contactcenter.kit.sink.RecordSinks;
import dev.contactcenter.kit.sink.SinkStanding;
import dev.contactcenter.kit.sink.SinkTrial;
import dev.contactcenter.listeners.chain.Batches;
import dev.contactcenter.listeners.chain.Chains;
import dev.contactcenter.trail.ChainHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What administrators see of sinks and do with them. */
final class RealmSinks implements RecordSinks {

    private final KeycloakSession session;

    RealmSinks(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public List<SinkStanding> all(RealmModel realm) {
        return new Standings(session).of(realm);
    }

    @Override
    public Optional<SinkTrial> test(RealmModel realm, String name) {
        return ConfiguredSinks.named(session, realm, name)
                .flatMap(component -> ConfiguredSinks.kind(session, component)
                        .map(kind -> new Trials(session).of(realm, kind, Settings.stored(component))));
    }

    @Override
    public OptionalInt redrive(RealmModel realm, String name) {
        return ConfiguredSinks.named(session, realm, name)
                .map(component -> OptionalInt.of(new Batches(session).revive(component.getId())))
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public ChainStanding chain(RealmModel realm) {
        var chains = new Chains(session);
        ChainHead head = chains.head(realm.getId());
        return new ChainStanding(head.chain(), head.seq(), head.hash(), chains.signedUpTo(realm.getId()));
    }
}
