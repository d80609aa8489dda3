package dev.contactcenter.revocation;

import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.kit.revocation.DenylistPage;
import dev.contactcenter.kit.revocation.DeviceStanding;
import dev.contactcenter.kit.revocation.Ending;
import dev.contactcenter.kit.revocation.Order;
import dev.contactcenter.kit.revocation.Ordered;
import dev.contactcenter.kit.revocation.Progress;
import dev.contactcenter.kit.revocation.Revocations;
import dev.contactcenter.kit.revocation.SessionOnDevice;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.denylist.Denylist.Denied;
import dev.contactcenter.revocation.orders.OrderBook;
import dev.contactcenter.revocation.sessions.SessionEnd;
import dev.contactcenter.revocation.sessions.SessionIndex;
import dev.contactcenter.revocation.sessions.TokenLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;

/** Revocations kept in Keycloak's database. */
final class DurableRevocations implements Revocations {

    private final KeycloakSession session;
    private final Runnable carryOut;

    /** @param carryOut has the orders that are due carried out soon, beside the request */
    DurableRevocations(KeycloakSession session, Runnable carryOut) {
        this.session = session;
        this.carryOut = carryOut;
    }

    @Override
    public Ordered order(RealmModel realm, Order order) {
        Instant now = now();
        Ordered ordered = new OrderBook(session).take(realm, order, now);
        return switch (ordered) {
            case Ordered.Known known -> known;
            case Ordered.KeyInUse inUse -> inUse;
            case Ordered.Taken taken -> {
                deny(realm, order, now);
                new OrderRecord(session, realm).keep(order, taken.id(), now);
                session.getTransactionManager().enlistAfterCompletion(afterCommit());
                yield taken;
            }
        };
    }

    /** What resource servers can know at once, before the sessions are found. */
    private void deny(RealmModel realm, Order order, Instant now) {
        switch (order.target()) {
            case Target.Device(String id) -> enter(realm, Kind.DEVICE, id, order.cause(), now, Optional.empty());
            case Target.Person(String userId) -> {
                Instant over = TokenLife.latestEnd(session, realm, now);
                enter(realm, Kind.SUB, userId, order.cause(), now, Optional.of(over));
            }
            case Target.Token(String id, Instant expires) -> {
                enter(realm, Kind.JTI, id, order.cause(), now, Optional.of(expires));
                long seconds = Math.max(1, Duration.between(now, expires).toSeconds() + 1);
                session.singleUseObjects().put(id + SingleUseObjectProvider.REVOKED_KEY, seconds, Map.of());
            }
            case Target.Session ignored -> {
                // It is entered when it ends, and ends when this is committed.
            }
            case Target.Passkey ignored -> {
                // No claim of a token names it; the sessions in which it was used do.
            }
        }
    }

    private void enter(RealmModel realm, Kind kind, String value, Cause cause, Instant now, Optional<Instant> until) {
        new Denylist(session, realm.getId())
                .enter(new Denied(kind, value, cause, now, until, until.orElse(Instant.MAX)));
    }

    private AbstractKeycloakTransaction afterCommit() {
        return new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                carryOut.run();
            }

            @Override
            protected void rollbackImpl() {
                // The order is gone with the transaction.
            }
        };
    }

    @Override
    public void end(RealmModel realm, UserSessionModel ending, Cause cause) {
        new SessionEnd(session, realm).end(ending.getId(), cause, "");
    }

    @Override
    public List<SessionOnDevice> sessionsOn(RealmModel realm, String device) {
        return new SessionIndex(session).on(realm, device);
    }

    @Override
    public DeviceStanding standing(RealmModel realm, String device) {
        return new Denylist(session, realm.getId())
                .said(Kind.DEVICE, device)
                .filter(said -> said.until().isEmpty())
                .<DeviceStanding>map(said -> new DeviceStanding.Revoked(said.cause(), said.at()))
                .orElseGet(DeviceStanding.InUse::new);
    }

    @Override
    public void reinstate(RealmModel realm, String device) {
        switch (standing(realm, device)) {
            case DeviceStanding.InUse ignored -> {
                // There is nothing to lift.
            }
            case DeviceStanding.Revoked revoked -> {
                Instant now = now();
                enter(realm, Kind.DEVICE, device, revoked.cause(), now, Optional.of(now));
            }
        }
    }

    @Override
    public Optional<Progress> progress(RealmModel realm, String order) {
        return new OrderBook(session).progress(realm.getId(), order);
    }

    @Override
    public List<Progress> orders(RealmModel realm, int first, int max) {
        return new OrderBook(session).orders(realm.getId(), first, max);
    }

    @Override
    public DenylistPage denylist(RealmModel realm, long after, int max) {
        return new Denylist(session, realm.getId()).after(after, max);
    }

    @Override
    public Optional<Ending> ending(RealmModel realm, String ended) {
        return new Denylist(session, realm.getId())
                .said(Kind.SID, ended)
                .map(said -> new Ending(ended, said.cause(), said.at()));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
