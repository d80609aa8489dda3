package dev.contactcenter.signals.registry;

import java.io.Serializable;
import java.util.Objects;

/** What a row of the registry is found by. A class and not a record, because that is what JPA can fill. */
public class DeviceKey implements Serializable {

    private static final long serialVersionUID = 1;

    String realmId = "";
    String deviceKey = "";
    String reporterKey = "";

    /** For JPA. */
    public DeviceKey() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey key
                && realmId.equals(key.realmId)
                && deviceKey.equals(key.deviceKey)
                && reporterKey.equals(key.reporterKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(realmId, deviceKey, reporterKey);
    }
}
