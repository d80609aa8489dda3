package dev.contactcenter.revocation.orders;

import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.RegisteredDevice;
import dev.contactcenter.kit.passkey.PasskeyBindings;
import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.kit.revocation.SessionOnDevice;
import dev.contactcenter.kit.revocation.Target;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.RealmSessions;
import dev.contactcenter.revocation.denylist.Denylist;
import dev.contactcenter.revocation.orders.OrderBook.Claimed;
import dev.contactcenter.revocation.sessions.SessionEnd;
import dev.contactcenter.revocation.sessions.SessionIndex;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Carries one order out, each session in a transaction of its own: what fails for one fails for no other, and what was done stays
 * done if the server dies. Done twice it does nothing more.
 */
final class CarryingOut {

    private static final Logger LOG = Logger.getLogger(CarryingOut.class);
    private final KeycloakSessionFactory factory;
    private final Claimed order;
    private int failed;

    CarryingOut(KeycloakSessionFactory factory, Claimed order) {
        this.factory = factory;
        this.order = order;
    }

    /** Does it, and keeps how far it came. */
    void run() {
        boolean realmIsThere = inRealm((session, realm) -> true).orElse(false);
        if (realmIsThere) {
            stop(order.order().target());
        }
        book(book -> book.carriedOut(order.id(), failed, now()));
    }

    private void stop(Target target) {
        switch (target) {
            case Target.Session(String id) -> end(List.of(id));
            case Target.Device(String id) -> stopDevice(id);
            case Target.Person(String userId) -> stopPerson(userId);
            case Target.Passkey(String credentialId) -> stopPasskey(credentialId);
            case Target.Token ignored -> {
                // It was revoked in the transaction that took the order.
            }
        }
    }

    private void stopDevice(String device) {
        if (isReinstated(device)) {
            return;
        }
        end(ids((session, realm) -> new SessionIndex(session)
                .on(realm, device).stream().map(SessionOnDevice::session).toList()));
        attempt("the passkeys of device " + device, (session, realm) -> {
            Set<String> enrolled = Optional.ofNullable(session.getProvider(DeviceRegistry.class))
                    .flatMap(registry -> registry.find(realm, device))
                    .map(RegisteredDevice::passkeys)
                    .orElse(Set.of());
            session.getProvider(PasskeyBindings.class)
                    .deviceBound(realm, enrolled)
                    .forEach(passkey -> Passkeys.remove(session, realm, passkey));
            return true;
        });
    }

    private boolean isReinstated(String device) {
        return inRealm((session, realm) -> new Denylist(session, realm.getId())
                        .said(Kind.DEVICE, device)
                        .filter(said -> said.until().isEmpty())
                        .isEmpty())
                .orElse(true);
    }

    private void stopPerson(String userId) {
        attempt("the tokens of user " + userId, (session, realm) -> {
            UserModel user = session.users().getUserById(realm, userId);
            int since = (int) order.takenAt().getEpochSecond();
            if (user != null && session.users().getNotBeforeOfUser(realm, user) < since) {
                session.users().setNotBeforeForUser(realm, user, since);
            }
            return true;
        });
        end(sessionsOf(userId, one -> true));
    }

    private void stopPasskey(String credentialId) {
        attempt("passkey " + credentialId, (session, realm) -> {
            Passkeys.remove(session, realm, credentialId);
            return true;
        });
        if (!order.owner().isEmpty()) {
            end(sessionsOf(order.owner(), one -> credentialId.equals(one.getNote(PasskeyFacts.CREDENTIAL_NOTE))));
        }
    }

    private List<String> sessionsOf(String userId, Predicate<UserSessionModel> concerned) {
        return ids((session, realm) -> {
            UserModel user = session.users().getUserById(realm, userId);
            return user == null
                    ? List.of()
                    : new RealmSessions(session, realm)
                            .of(user)
                            .filter(this::isOlder)
                            .filter(concerned)
                            .map(UserSessionModel::getId)
                            .distinct()
                            .toList();
        });
    }

    /** Whoever signed in after the order was taken has proven themselves since, as often as it is looked for sessions. */
    private boolean isOlder(UserSessionModel one) {
        return one.getStarted() <= order.takenAt().getEpochSecond();
    }

    private List<String> ids(BiFunction<KeycloakSession, RealmModel, List<String>> query) {
        return inRealm(query).orElse(List.of());
    }

    private void end(Collection<String> sessions) {
        Cause cause = order.order().cause();
        for (String id : sessions) {
            attempt("session " + id, (session, realm) -> {
                if (new SessionEnd(session, realm).end(id, cause, order.id()) == SessionEnd.Outcome.ENDED) {
                    new OrderBook(session).ended(order.id(), now());
                }
                return true;
            });
        }
    }

    private void attempt(String what, BiFunction<KeycloakSession, RealmModel, Boolean> task) {
        try {
            inRealm(task);
        } catch (RuntimeException notStopped) {
            failed++;
            LOG.errorf(notStopped, "Order %s could not stop %s and tries again", order.id(), what);
        }
    }

    /** Nothing if the realm is gone, and with it all that the order is about. */
    private <T> Optional<T> inRealm(BiFunction<KeycloakSession, RealmModel, T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(order.realmId());
            if (realm == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            return Optional.of(task.apply(session, realm));
        });
    }

    private void book(Consumer<OrderBook> entry) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> entry.accept(new OrderBook(session)));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
