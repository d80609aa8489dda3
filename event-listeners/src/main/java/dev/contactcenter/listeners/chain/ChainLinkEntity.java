package dev.contactcenter.listeners.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a realm's chain went on lately. Two servers that go on from the same record would write the same row, and its primary key keeps
 * the second from it: a chain cannot be forked, whatever the servers do and however their database isolates them.
 */
@Entity
@IdClass(ChainLinkEntity.Key.class)
@Table(name = "CONTACT_CENTER_CHAIN_LINK")
@NamedQuery(name = ChainLinkEntity.FORGET, query = "delete from ChainLinkEntity l where l.sealedAt < :before")
class ChainLinkEntity {

    static final String FORGET = "contactCenterForgetChainLinks";

    @Id
    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    /** Number of the first of the records that were sealed together. */
    @Id
    @Column(name = "SEQ", nullable = false)
    long seq;

    @Column(name = "SEALED_AT", nullable = false)
    long sealedAt;

    /** What JPA wants of a key with two columns. */
    static class Key implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        String realmId = "";
        long seq;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.realmId.equals(realmId) && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, seq);
        }
    }
}
