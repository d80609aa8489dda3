package dev.contactcenter.signals.registry;

import dev.contactcenter.signals.texts.TextKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A passkey and the device that it was enrolled on. */
@Entity
@Table(name = "CONTACT_CENTER_DEVICE_PASSKEY")
@NamedQuery(
        name = DevicePasskeyEntity.OF_DEVICES,
        query = "select p from DevicePasskeyEntity p where p.realmId = :realm and p.deviceKey in (:keys)")
@NamedQuery(
        name = DevicePasskeyEntity.FORGET_DEVICE,
        query = "delete from DevicePasskeyEntity p where p.realmId = :realm and p.deviceKey = :device")
@NamedQuery(name = DevicePasskeyEntity.FORGET_USER, query = "delete from DevicePasskeyEntity p where p.userId = :user")
@NamedQuery(
        name = DevicePasskeyEntity.FORGET_REALM,
        query = "delete from DevicePasskeyEntity p where p.realmId = :realm")
class DevicePasskeyEntity {

    static final String OF_DEVICES = "contactCenterPasskeysOfDevices";
    static final String FORGET_DEVICE = "contactCenterForgetPasskeysOfDevice";
    static final String FORGET_USER = "contactCenterForgetDevicePasskeysOfUser";
    static final String FORGET_REALM = "contactCenterForgetDevicePasskeysOfRealm";

    @Id
    @Column(name = "CREDENTIAL_ID", length = 255)
    String credentialId = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId = "";

    @Column(name = "DEVICE_KEY", length = TextKey.LENGTH, nullable = false)
    String deviceKey = "";

    @Column(name = "DEVICE_ID", length = 255, nullable = false)
    String deviceId = "";

    @Column(name = "USER_ID", length = 255, nullable = false)
    String userId = "";
}
