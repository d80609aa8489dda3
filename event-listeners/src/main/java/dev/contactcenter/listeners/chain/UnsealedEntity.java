package dev.contactcenter.listeners.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.UuidGenerator;

/**
 * A record that has no place in its realm's chain yet. One is written with each decision, within the request: so it has no index but its
 * key, and a key that grows with time (RFC 9562 §5.7), by which the oldest are found and which the database adds at its index's end.
 */
@Entity
@Table(name = "CONTACT_CENTER_RECORD")
class UnsealedEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Nationalized
    @Column(name = "PAYLOAD", nullable = false)
    String line = "";
}
