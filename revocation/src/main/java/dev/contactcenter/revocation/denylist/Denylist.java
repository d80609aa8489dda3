package dev.contactcenter.revocation.denylist;

import dev.contactcenter.kit.revocation.Cause;
import dev.contactcenter.kit.revocation.DenylistEntry;
import dev.contactcenter.kit.revocation.DenylistEntry.Kind;
import dev.contactcenter.kit.revocation.DenylistPage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The denylist of one realm, in the transaction of the request. */
public final class Denylist {

    private final KeycloakSession session;
    private final String realmId;
    private final EntityManager entities;

    public Denylist(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * What is to be entered.
     *
     * @param until from when on it no longer counts; nothing if it counts until it is lifted
     * @param forgetAt from when on nobody asks why any more; {@link Instant#MAX} for never
     */
    public record Denied(Kind kind, String value, Cause cause, Instant at, Optional<Instant> until, Instant forgetAt) {
        public Denied {
            forgetAt = until.filter(forgetAt::isBefore).orElse(forgetAt);
        }
    }

    /** What became of it. */
    public sealed interface Entered {

        /** It is entered. */
        record New() implements Entered {}

        /** It was entered before and counts still. */
        record Known() implements Entered {}
    }

    /** Enters something that is not in it yet, or that Keycloak ended only in part, as it leaves offline sessions at a logout. From here to the end of the transaction nobody else can. */
    public Entered enterOnce(Denied denied) {
        DenylistHeadEntity head = lockHead();
        Optional<DenylistEntity> before = latest(denied.kind(), denied.value());
        boolean known = before.filter(entry -> entry.untilAt == null || entry.untilAt > entry.enteredAt)
                .filter(entry -> !entry.origin.equals(Cause.KEYCLOAK)
                        || denied.cause().origin().equals(Cause.KEYCLOAK))
                .isPresent();
        if (known) {
            return new Entered.Known();
        }
        before.ifPresent(lifted -> replace(denied));
        write(head, denied);
        return new Entered.New();
    }

    /** Enters something, also in place of what it says of that already. */
    public void enter(Denied denied) {
        DenylistHeadEntity head = lockHead();
        replace(denied);
        write(head, denied);
    }

    /** Else what was entered first would count again as soon as the entry that lifted it is forgotten. */
    private void replace(Denied denied) {
        entities.createNamedQuery(DenylistEntity.REPLACE)
                .setParameter("realm", realmId)
                .setParameter("kind", denied.kind().word())
                .setParameter("value", denied.value())
                .executeUpdate();
    }

    private void write(DenylistHeadEntity head, Denied denied) {
        head.last++;
        DenylistEntity entry = new DenylistEntity();
        entry.realmId = realmId;
        entry.cursor = head.last;
        entry.kind = denied.kind().word();
        entry.value = denied.value();
        entry.reason = denied.cause().reason();
        entry.origin = denied.cause().origin();
        entry.detail = denied.cause().detail().isEmpty() ? null : denied.cause().detail();
        entry.enteredAt = denied.at().toEpochMilli();
        entry.untilAt = denied.until().map(Instant::toEpochMilli).orElse(null);
        entry.forgetAt = denied.forgetAt().equals(Instant.MAX)
                ? Long.MAX_VALUE
                : denied.forgetAt().toEpochMilli();
        entities.persist(entry);
    }

    private DenylistHeadEntity lockHead() {
        DenylistHeadEntity head = entities.find(DenylistHeadEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            begin();
            head = entities.find(DenylistHeadEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
        }
        if (head == null) {
            throw new IllegalStateException("The denylist has a head, because it was just stored");
        }
        return head;
    }

    /** In a transaction of its own: somebody else may begin the same list at the same moment, and one of the two fails. */
    private void begin() {
        try {
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
                DenylistHeadEntity head = new DenylistHeadEntity();
                head.realmId = realmId;
                EntityManager of = own.getProvider(JpaConnectionProvider.class).getEntityManager();
                of.persist(head);
                of.flush();
            });
        } catch (PersistenceException | ModelDuplicateException begunMeanwhile) {
            // Then it is there, which is all that matters; if it is not, the look after this says so.
        }
    }

    private Optional<DenylistEntity> latest(Kind kind, String value) {
        return entities.createNamedQuery(DenylistEntity.LATEST, DenylistEntity.class)
                .setParameter("realm", realmId)
                .setParameter("kind", kind.word())
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What it says last of something, whether or not that counts still. */
    public Optional<Said> said(Kind kind, String value) {
        return latest(kind, value).map(Denylist::said);
    }

    /**
     * What is said of something.
     *
     * @param until as in {@link DenylistEntry}
     */
    public record Said(Cause cause, Instant at, Optional<Instant> until) {}

    private static Said said(DenylistEntity entry) {
        return new Said(
                new Cause(entry.reason, entry.origin, entry.detail == null ? "" : entry.detail),
                Instant.ofEpochMilli(entry.enteredAt),
                moment(entry.untilAt));
    }

    /** What a reader does not know yet. */
    public DenylistPage after(long cursor, int max) {
        Head before = head();
        List<DenylistEntry> entries = entries(cursor, max);
        boolean isWhole = entries.size() < max;
        if (!isWhole && entries.getLast().cursor() < before.forgotten()) {
            // No cursor may be given out that the next request would find forgotten.
            entries = entries(cursor, Integer.MAX_VALUE);
            isWhole = true;
        }
        // Read again: what was forgotten between the two reads then counts as forgotten.
        Head head = head();
        boolean isOfThisList = cursor <= head.last() && (cursor == 0 || cursor >= head.forgotten());
        if (!isOfThisList) {
            return new DenylistPage.StartOver();
        }
        long last = entries.isEmpty() ? cursor : entries.getLast().cursor();
        // All up to where the list ended before it was read was read.
        return new DenylistPage.Entries(entries, isWhole ? Math.max(last, before.last()) : last);
    }

    private List<DenylistEntry> entries(long after, int max) {
        return entities.createNamedQuery(DenylistEntity.AFTER, DenylistEntity.class)
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultStream()
                .map(Denylist::entry)
                .toList();
    }

    private record Head(long last, long forgotten) {}

    private Head head() {
        return entities.createNamedQuery(DenylistHeadEntity.READ, Object[].class)
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst()
                .map(row -> new Head((long) row[0], (long) row[1]))
                .orElse(new Head(0, 0));
    }

    private static DenylistEntry entry(DenylistEntity entry) {
        return new DenylistEntry(
                entry.cursor,
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word().equals(entry.kind))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "The denylist has an entry of kind " + entry.kind + ", which no version has written")),
                entry.value,
                entry.reason,
                Instant.ofEpochMilli(entry.enteredAt),
                moment(entry.untilAt));
    }

    private static Optional<Instant> moment(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    /**
     * Forgets what nobody needs to know any more. Who has not read an entry that is over misses nothing; who has not read that
     * something was lifted would go on refusing it, and is told to start over.
     */
    public void forget(Instant now) {
        Long lifted = entities.createNamedQuery(DenylistEntity.LIFTED, Long.class)
                .setParameter("realm", realmId)
                .setParameter("now", now.toEpochMilli())
                .getSingleResult();
        if (lifted != null) {
            DenylistHeadEntity head = lockHead();
            head.forgotten = Math.max(head.forgotten, lifted);
        }
        entities.createNamedQuery(DenylistEntity.FORGET)
                .setParameter("realm", realmId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** The realms that have a denylist. */
    public static List<String> realms(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNamedQuery(DenylistHeadEntity.REALMS, String.class)
                .getResultList();
    }

    /** Forgets the list of a realm that is removed. */
    public void forgetRealm() {
        entities.createNamedQuery(DenylistEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
        entities.createNamedQuery(DenylistHeadEntity.FORGET_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
