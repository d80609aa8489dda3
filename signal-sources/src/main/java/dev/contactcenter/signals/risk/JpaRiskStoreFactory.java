package dev.contactcenter.signals.risk;

import dev.contactcenter.kit.risk.RiskReport;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskStoreFactory;
import dev.contactcenter.signals.bounded.BoundedWork;
import dev.contactcenter.signals.bounded.PlainReads;
import dev.contactcenter.signals.changes.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates {@link JpaRiskStore}s. */
public final class JpaRiskStoreFactory implements RiskStoreFactory {

    public static final String PROVIDER_ID = "contact-center-risk-levels";

    private final Memory<String, Optional<RiskReport>> memory = new Memory<>(Memory.SIZE);

    private @Nullable BoundedWork work;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RiskStore create(KeycloakSession session) {
        if (work == null) {
            throw new IllegalStateException(
                    "There are threads because Keycloak calls postInit before it creates providers");
        }
        return new JpaRiskStore(session.getKeycloakSessionFactory(), PlainReads.of(session), work, memory);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        work = new BoundedWork("contact-center-risk");
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
    }
}
