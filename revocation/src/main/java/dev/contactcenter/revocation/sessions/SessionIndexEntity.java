package dev.contactcenter.revocation.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The device that one session is on. Keycloak's session ids are unique in all realms. */
@Entity
@Table(name = "CONTACT_CENTER_DEVICE_SESSION")
@NamedQuery(
        name = SessionIndexEntity.ON_DEVICE,
        query = "select s from SessionIndexEntity s where s.realmId = :realm and s.deviceId = :device")
@NamedQuery(
        name = SessionIndexEntity.BEGUN_BEFORE,
        query = "select s from SessionIndexEntity s where s.begunAt < :moment order by s.begunAt")
@NamedQuery(name = SessionIndexEntity.FORGET, query = "delete from SessionIndexEntity s where s.sessionId = :session")
@NamedQuery(name = SessionIndexEntity.FORGET_REALM, query = "delete from SessionIndexEntity s where s.realmId = :realm")
public class SessionIndexEntity {

    static final String ON_DEVICE = "contactCenterSessionsOnDevice";
    static final String BEGUN_BEFORE = "contactCenterSessionsBegunBefore";
    static final String FORGET = "contactCenterForgetSession";
    static final String FORGET_REALM = "contactCenterForgetSessionsOfRealm";

    @Id
    @Column(name = "SESSION_ID", length = 36)
    String sessionId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "DEVICE_ID", length = 255, nullable = false)
    String deviceId = "";

    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId = "";

    /** When it was entered, or last seen to go on; milliseconds since 1970. */
    @Column(name = "BEGUN_AT", nullable = false)
    long begunAt;
}
