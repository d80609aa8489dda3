package dev.contactcenter.benchmarks.server;

import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** A recorder that keeps nothing: what a server does without one. The product has no such thing. */
public final class DiscardingRecorderFactory implements DecisionRecorderFactory {

    static final String PROVIDER_ID = "discarding";

    private static final class Discarding implements DecisionRecorder {
        @Override
        public void record(DecisionRecord record, Keep keep) {
            // The decision was made and put into words; it ends here.
        }
    }

    @Override
    public DecisionRecorder create(KeycloakSession session) {
        return new Discarding();
    }

    @Override
    public void init(Config.Scope options) {
        // There is nothing to set.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // There is nothing to begin.
    }

    @Override
    public void close() {
        // There is nothing to end.
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
