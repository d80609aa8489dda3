package dev.contactcenter.signals.interaction;

import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.InteractionState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told of one session of somebody, online or offline: no two realms have sessions of one id. A text that was not told is empty, which
 * some databases take for null.
 */
@Entity
@Table(name = "CONTACT_CENTER_INTERACTION")
@NamedQuery(name = InteractionEntity.OF_SESSION, query = "select i from InteractionEntity i where i.sessionId = :key")
@NamedQuery(
        name = InteractionEntity.TELL,
        query = "update InteractionEntity i set i.sequence = :sequence, i.state = :state, i.interaction = :interaction,"
                + " i.queue = :queue, i.customer = :customer, i.observedAt = :observedAt, i.expiresAt = :expiresAt,"
                + " i.keptUntil = :keptUntil, i.userId = :user"
                + " where i.sessionId = :session and i.realmId = :realm"
                + " and (i.sequence < :sequence or i.userId <> :user)")
@NamedQuery(
        name = InteractionEntity.IS_THERE,
        query = "select i.sessionId from InteractionEntity i where i.sessionId = :session")
@NamedQuery(
        name = InteractionEntity.KEPT_LONG_ENOUGH,
        query = "select i.sessionId, i.realmId from InteractionEntity i where i.keptUntil < :now order by i.keptUntil")
@NamedQuery(name = InteractionEntity.FORGET, query = "delete from InteractionEntity i where i.sessionId = :session")
@NamedQuery(
        name = InteractionEntity.KEEP,
        query = "update InteractionEntity i set i.keptUntil = :until where i.sessionId = :session")
@NamedQuery(name = InteractionEntity.FORGET_REALM, query = "delete from InteractionEntity i where i.realmId = :realm")
class InteractionEntity {

    static final String OF_SESSION = "contactCenterInteractionOfSession";
    static final String TELL = "contactCenterInteractionTell";
    static final String IS_THERE = "contactCenterInteractionIsThere";
    static final String FORGET = "contactCenterInteractionForget";
    static final String KEPT_LONG_ENOUGH = "contactCenterInteractionKeptLongEnough";
    static final String KEEP = "contactCenterInteractionKeep";
    static final String FORGET_REALM = "contactCenterInteractionForgetRealm";

    /** Lower than every sequence that can be told. */
    static final long NOTHING_TOLD = -1;

    @Id
    @Column(name = "SESSION_ID", length = 36)
    String sessionId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    /** Whose session it was when it was told. */
    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId = "";

    @Column(name = "TOLD_SEQUENCE", nullable = false)
    long sequence = NOTHING_TOLD;

    @Column(name = "TOLD_STATE", length = 16)
    @Nullable
    String state;

    @Column(name = "INTERACTION_ID", length = 255)
    @Nullable
    String interaction;

    @Column(name = "QUEUE_NAME", length = 255)
    @Nullable
    String queue;

    @Column(name = "CUSTOMER", length = 255)
    @Nullable
    String customer;

    /** Milliseconds since 1970, as all that follow. */
    @Column(name = "OBSERVED_AT", nullable = false)
    long observedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    /** When somebody looks whether the session is still there. */
    @Column(name = "KEPT_UNTIL", nullable = false)
    long keptUntil;

    /**
     * What was told; nothing if that is being told right now for the first time.
     *
     * @throws IllegalStateException if somebody wrote something else into the table
     */
    Optional<InteractionReport> report() {
        return Optional.ofNullable(state)
                .map(word -> new InteractionReport(
                        InteractionState.of(word)
                                .orElseThrow(() -> new IllegalStateException("'" + word + "' is no state")),
                        text(interaction),
                        sequence,
                        text(queue),
                        text(customer),
                        Instant.ofEpochMilli(observedAt),
                        Instant.ofEpochMilli(expiresAt)));
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}
