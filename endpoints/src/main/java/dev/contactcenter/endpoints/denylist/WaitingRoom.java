package dev.contactcenter.endpoints.denylist;

import dev.contactcenter.kit.revocation.DenylistPage;
import dev.contactcenter.kit.revocation.Revocations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where readers of denylists wait for news. None of them holds a thread or a connection to the database: one thread of the server
 * looks for all of them, once for those of a realm who know the same. It looks into the database, because what is entered at
 * another server must be told here as soon.
 */
public final class WaitingRoom implements AutoCloseable {

    /** Entries in one answer. */
    static final int MOST = 1000;

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    /** For one realm, so that the readers of one take no place from those of another. */
    private static final int SEATS = 128;

    private final List<Waiter> waiters = new ArrayList<>();
    private final ScheduledThreadPoolExecutor thread;

    /** Opens; nobody looks before {@link #begin}. */
    public WaitingRoom() {
        ClassLoader loader = WaitingRoom.class.getClassLoader();
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            var made = new Thread(work, "contact-center-denylist");
            made.setDaemon(true);
            made.setContextClassLoader(loader);
            return made;
        });
    }

    /** Begins to look for news. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void begin(KeycloakSessionFactory factory) {
        thread.scheduleWithFixedDelay(() -> look(factory), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What readers of a realm who know all up to a cursor ask. */
    private record Question(String realmId, long after) {

        private DenylistPage nothing() {
            return new DenylistPage.Entries(List.of(), after);
        }
    }

    private record Waiter(Question question, long deadline, CompletableFuture<DenylistPage> answer) {

        private boolean isOut() {
            return System.nanoTime() - deadline >= 0;
        }
    }

    /** Whether somebody may wait. */
    sealed interface Seat {

        /** They get an answer: what is new or, when the time is over, a page without entries. */
        record Taken(CompletionStage<DenylistPage> answer) implements Seat {}

        /** As many as may wait wait already. */
        record None() implements Seat {}
    }

    Seat wait(String realmId, long after, Duration patience) {
        var waiter = new Waiter(
                new Question(realmId, after), System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        synchronized (waiters) {
            long taken = waiters.stream()
                    .filter(other -> other.question().realmId().equals(realmId))
                    .count();
            if (taken >= SEATS) {
                return new Seat.None();
            }
            waiters.add(waiter);
        }
        return new Seat.Taken(waiter.answer());
    }

    private void look(KeycloakSessionFactory factory) {
        List<Waiter> present;
        synchronized (waiters) {
            present = List.copyOf(waiters);
        }
        if (present.isEmpty()) {
            return;
        }
        Map<Question, DenylistPage> pages = new HashMap<>();
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> present.stream()
                            .map(Waiter::question)
                            .distinct()
                            .forEach(question -> pages.put(question, page(session, question))));
        } catch (RuntimeException | Error broken) {
            // Who waits is told that there is nothing when the time is over, asks again and then meets the failure.
            LOG.errorf(broken, "The denylist could not be read; whoever waits for it goes on waiting");
        }
        present.forEach(waiter -> answer(
                waiter, pages.getOrDefault(waiter.question(), waiter.question().nothing())));
    }

    private static DenylistPage page(KeycloakSession session, Question question) {
        RealmModel realm = session.realms().getRealm(question.realmId());
        if (realm == null) {
            return new DenylistPage.StartOver();
        }
        session.getContext().setRealm(realm);
        return session.getProvider(Revocations.class).denylist(realm, question.after(), MOST);
    }

    private void answer(Waiter waiter, DenylistPage page) {
        boolean isNews = switch (page) {
            case DenylistPage.StartOver ignored -> true;
            case DenylistPage.Entries entries -> !entries.entries().isEmpty();
        };
        if (isNews || waiter.isOut()) {
            synchronized (waiters) {
                waiters.remove(waiter);
            }
            waiter.answer().complete(page);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        List<Waiter> left;
        synchronized (waiters) {
            left = List.copyOf(waiters);
            waiters.clear();
        }
        left.forEach(waiter -> waiter.answer().complete(waiter.question().nothing()));
    }
}
