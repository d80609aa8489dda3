package dev.contactcenter.signals.changes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** What a request changed in its own transaction: noted as the last thing before the commit, and known to this server's memories after it. */
final class NotedAtTheEnd {

    private final Set<Changed> all = new LinkedHashSet<>();

    NotedAtTheEnd(KeycloakSession session) {
        session.getTransactionManager()
                .enlistPrepare(new Step(() -> ChangeNotes.note(
                        session.getProvider(JpaConnectionProvider.class).getEntityManager(), all)));
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new Step(() -> ChangeEntityProviderFactory.of(session.getKeycloakSessionFactory())
                                .changes()
                                .stored(all)));
    }

    void add(Collection<Changed> more) {
        all.addAll(more);
    }

    /** One that happens with the commit: what is not changed in the end is not noted. */
    private static final class Step extends AbstractKeycloakTransaction {

        private final Runnable work;

        Step(Runnable work) {
            this.work = work;
        }

        @Override
        protected void commitImpl() {
            work.run();
        }

        @Override
        protected void rollbackImpl() {
            // Nothing was changed.
        }
    }
}
