package dev.contactcenter.listeners.outbox;

import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorderFactory;
import dev.contactcenter.listeners.chain.Sealer;
import dev.contactcenter.listeners.privacy.Pseudonyms;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Offers {@link OutboxRecorder} and schedules the delivery of what it stored. */
public final class OutboxRecorderFactory implements DecisionRecorderFactory {

    /** The id by which the server options name this recorder. */
    public static final String PROVIDER_ID = "outbox";

    // The runner holds the cluster's lock for whole seconds, and for ever if that is none.
    private static final long MIN_LOCK_MILLIS = 1_000;

    private OutboxSettings settings = OutboxSettings.DEFAULT;
    private Pseudonyms pseudonyms = Pseudonyms.NONE;

    @Override
    public DecisionRecorder create(KeycloakSession session) {
        return new OutboxRecorder(session, pseudonyms, settings.unstored());
    }

    @Override
    public void init(Config.Scope config) {
        settings = OutboxSettings.from(config);
        pseudonyms = Pseudonyms.from(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            // Not earlier: a first start has no tables until the database is migrated.
            if (event instanceof PostMigrationEvent) {
                schedule(factory);
            }
        });
    }

    @Override
    public void close() {
        settings.sink().close();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Stream.concat(OutboxSettings.properties().stream(), Pseudonyms.properties().stream())
                .toList();
    }

    private void schedule(KeycloakSessionFactory factory) {
        SinkWatch watch = new SinkWatch(settings.sink(), InstantSource.system());
        watch.start();
        var sealer = new Sealer(settings.checkpointInterval(), settings.share());
        var drainer = new ContactCenterDecisionDrainer(sealer, settings.sink(), watch);
        long interval = settings.drainInterval().toMillis();
        var runner = new ClusterAwareScheduledTaskRunner(factory, drainer, Math.max(interval, MIN_LOCK_MILLIS));
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> session.getProvider(TimerProvider.class).schedule(runner, interval));
    }
}
