package dev.contactcenter.signals.registry;

import dev.contactcenter.signals.texts.TextKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What one reporter told of a device. Null is what was not told: some databases take an empty text for null. */
@Entity
@IdClass(DeviceKey.class)
@Table(name = "CONTACT_CENTER_DEVICE")
@NamedQuery(
        name = DeviceEntity.OF_DEVICES,
        query = "select d from DeviceEntity d where d.realmId = :realm and d.deviceKey in (:keys) order by d.deviceId")
@NamedQuery(
        name = DeviceEntity.OF_DEVICE,
        query = "select d from DeviceEntity d where d.realmId = :realm and d.deviceKey = :key")
@NamedQuery(
        name = DeviceEntity.SEARCH,
        query =
                "select distinct d.deviceKey, d.deviceId from DeviceEntity d where d.realmId = :realm and (lower(d.deviceId)"
                        + " like :text escape '!' or lower(d.owner) like :text escape '!') order by d.deviceId,"
                        + " d.deviceKey")
@NamedQuery(
        name = DeviceEntity.OF_KEEPER,
        query = "select d from DeviceEntity d where d.realmId = :realm and d.keptBy = :keeper")
@NamedQuery(name = DeviceEntity.FORGET_REALM, query = "delete from DeviceEntity d where d.realmId = :realm")
class DeviceEntity {

    static final String OF_DEVICES = "contactCenterDevices";
    static final String OF_DEVICE = "contactCenterDevice";
    static final String SEARCH = "contactCenterSearchDevices";
    static final String OF_KEEPER = "contactCenterDevicesOfKeeper";
    static final String FORGET_REALM = "contactCenterForgetDevicesOfRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "DEVICE_KEY", length = TextKey.LENGTH)
    String deviceKey = "";

    @Id
    @Column(name = "REPORTER_KEY", length = TextKey.LENGTH)
    String reporterKey = "";

    @Column(name = "DEVICE_ID", length = 255, nullable = false)
    String deviceId = "";

    @Column(name = "ORIGIN", length = 16, nullable = false)
    String origin = "";

    @Column(name = "OWNER_NAME", length = 255)
    @Nullable
    String owner;

    @Column(name = "DEVICE_CLASS", length = 16)
    @Nullable
    String deviceClass;

    @Column(name = "MANAGEMENT", length = 16)
    @Nullable
    String management;

    @Column(name = "COMPLIANCE", length = 16)
    @Nullable
    String compliance;

    @Column(name = "OS", length = 16)
    @Nullable
    String os;

    @Column(name = "OS_VERSION", length = 255)
    @Nullable
    String osVersion;

    @Column(name = "ENCRYPTION", length = 16)
    @Nullable
    String encryption;

    @Column(name = "EDR", length = 16)
    @Nullable
    String edr;

    /** Milliseconds since 1970, which every database stores alike. */
    @Column(name = "OBSERVED_AT", nullable = false)
    long observedAt;

    @Column(name = "REPORTED_BY", length = 255)
    @Nullable
    String reportedBy;

    @Column(name = "MAPPING", length = 255)
    @Nullable
    String mapping;

    /** Id of the component that keeps it by hand. */
    @Column(name = "KEPT_BY", length = 36)
    @Nullable
    String keptBy;

    @Column(name = "UPDATED_AT", nullable = false)
    long updatedAt;
}
