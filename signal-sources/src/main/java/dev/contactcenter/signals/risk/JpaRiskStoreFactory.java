package dev.contactcenter.signals.risk;

import static java.util.Objects.requireNonNull;

import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskStoreFactory;
import dev.contactcenter.signals.changes.ChangeEntityProviderFactory;
import dev.contactcenter.signals.changes.Memory;
import dev.contactcenter.signals.changes.RememberedRows;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates {@link JpaRiskStore}s. */
public final class JpaRiskStoreFactory implements RiskStoreFactory {

    public static final String PROVIDER_ID = "contact-center-risk-levels";

    private @Nullable RememberedRows<RiskEntity, RiskReport> rows;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RiskStore create(KeycloakSession session) {
        return new JpaRiskStore(session, requireNonNull(rows, "Keycloak calls postInit before it creates providers"));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        rows = new RememberedRows<>(
                JpaRiskStore.TABLE, ChangeEntityProviderFactory.of(factory).changes(), Memory.SIZE);
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
