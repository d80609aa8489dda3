package dev.contactcenter.signals.interaction;

import static java.util.Objects.requireNonNull;

import dev.contactcenter.kit.interaction.InteractionStore;
import dev.contactcenter.kit.interaction.InteractionStoreFactory;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.RememberedRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Creates {@link JpaInteractionStore}s, and has forgotten what was told of sessions that ended. */
public final class JpaInteractionStoreFactory implements InteractionStoreFactory {

    public static final String PROVIDER_ID = "contact-center-interactions";

    private static final Setting<Duration> FORGET_AFTER = Setting.duration(
            "forget-after",
            "Forget after",
            "How long after a state expired what was told (the customer, too) is still kept of a session that has ended, as an"
                    + " ISO 8601 duration of at most P7D.",
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofDays(7));

    /** Half as many sessions as Keycloak, as it is shipped, has in its own memory: for the others it asks the database, too. */
    private static final int REMEMBERED = 5000;

    private static final Duration MOST_OFTEN = Duration.ofSeconds(1);
    private static final Duration LEAST_OFTEN = Duration.ofMinutes(10);

    private @Nullable RememberedRows<InteractionEntity, JpaInteractionStore.Known> rows;
    private Duration forgetAfter = FORGET_AFTER.from(Map.of());

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public InteractionStore create(KeycloakSession session) {
        return new JpaInteractionStore(
                session, requireNonNull(rows, "Keycloak calls postInit before it creates providers"), forgetAfter);
    }

    @Override
    public void init(Config.Scope config) {
        forgetAfter = FORGET_AFTER.from(Optional.ofNullable(config.get(FORGET_AFTER.key()))
                .map(text -> Map.of(FORGET_AFTER.key(), text))
                .orElseGet(Map::of));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        rows = new RememberedRows<>(
                JpaInteractionStore.TABLE,
                ChangeEntityProviderFactory.of(factory).changes(),
                REMEMBERED);
        factory.register(event -> {
            // Not earlier: a first start has no tables until the database is migrated.
            if (event instanceof PostMigrationEvent) {
                schedule(factory);
            }
        });
    }

    private void schedule(KeycloakSessionFactory factory) {
        long every = Math.clamp(forgetAfter.toMillis() / 6, MOST_OFTEN.toMillis(), LEAST_OFTEN.toMillis());
        var task = new ClusterAwareScheduledTaskRunner(
                factory, new ContactCenterInteractionsForgotten(forgetAfter), every);
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> session.getProvider(TimerProvider.class).schedule(task, every));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(FORGET_AFTER.toProperty());
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
