package dev.contactcenter.listeners.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** Where the chain of a realm ends. One row more, {@link #COUNTER}, counts batches; who locks it is the only one to seal. */
@Entity
@Table(name = "CONTACT_CENTER_CHAIN")
@NamedQuery(
        name = ChainEntity.UNSIGNED,
        query = "select c.realmId from ChainEntity c where c.seq > c.checkpointSeq and c.checkpointAt <= :before"
                + " and c.realmId <> '" + ChainEntity.COUNTER + "'")
class ChainEntity {

    static final String UNSIGNED = "contactCenterChainsUnsigned";

    /** No realm has this id. */
    static final String COUNTER = "*";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    /** Number of the last record, or of the last batch. */
    @Column(name = "SEQ", nullable = false)
    long seq;

    @Column(name = "HASH", length = 64, nullable = false)
    String hash = "";

    /** Number of the record that was signed last. */
    @Column(name = "CHECKPOINT_SEQ", nullable = false)
    long checkpointSeq;

    @Column(name = "CHECKPOINT_AT", nullable = false)
    long checkpointAt;
}
