package dev.contactcenter.signals.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The risk of one account. Keycloak's user ids are unique in all realms. */
@Entity
@Table(name = "CONTACT_CENTER_RISK")
@NamedQuery(name = RiskEntity.OF_USER, query = "select r from RiskEntity r where r.userId = :key")
@NamedQuery(name = "contactCenterRiskForgetUser", query = "delete from RiskEntity r where r.userId = :user")
@NamedQuery(name = "contactCenterRiskForgetRealm", query = "delete from RiskEntity r where r.realmId = :realm")
class RiskEntity {

    static final String OF_USER = "contactCenterRiskOfUser";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "RISK_LEVEL", length = 16, nullable = false)
    String level = "";

    /** Milliseconds since 1970. */
    @Column(name = "OBSERVED_AT", nullable = false)
    long observedAt;
}
