package dev.contactcenter.kit.device;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The devices that realms know. Nothing here ever shows or changes a row of another realm than the one that is given. */
public interface DeviceRegistry extends Provider {

    /** A device of the realm. */
    Optional<RegisteredDevice> find(RealmModel realm, String id);

    /**
     * The devices whose id or owner contains a text, in the order of their ids.
     *
     * @param text in any case; empty finds all
     * @param first how many to leave out
     * @param max how many at most
     */
    List<RegisteredDevice> search(RealmModel realm, String text, int first, int max);

    /**
     * Stores what feeds or administrators tell, in transactions of its own: what this has answered is stored, whatever becomes of
     * the request. A device that one reporter tells of twice is stored as it was last observed.
     *
     * @return what became of each device, in their order
     */
    List<Stored> store(RealmModel realm, List<Device> devices);

    /** Removes a device, its passkeys included, whoever told of it. A device that is kept by hand stays. */
    Removed remove(RealmModel realm, String id);

    /**
     * Removes what a feed told of a device, through whatever mapping, and nothing that others told: a device that another feed
     * complains of is not forgotten by way of this one. With the last word of it the device is removed as well.
     *
     * @param client id of the feed's client
     */
    Removed withdraw(RealmModel realm, String client, String id);

    /**
     * Takes over what a signal told, if it is newer than what its source told before. This returns at once and never fails: it happens
     * beside the request, and the next signal tells again if it could not. What others told of the device stays beside it.
     */
    void observed(RealmModel realm, Device device);

    /**
     * Remembers that a passkey was enrolled on a device, if the realm knows that device. It returns at once and never fails.
     *
     * @param userId Keycloak's id of the person whose passkey it is
     * @param credentialId Keycloak's id of the credential
     */
    void enrolled(RealmModel realm, String device, String userId, String credentialId);

    /**
     * Keeps a device by hand, in the transaction of the request. Another that the same keeper had is removed.
     *
     * @param keeper id and name of the component that keeps it
     */
    void keep(RealmModel realm, Keeper keeper, Device device);

    /** Removes the device that a keeper had, in the transaction of the request. */
    void release(RealmModel realm, Keeper keeper);

    /**
     * A component by which an administrator keeps a device.
     *
     * @param id of the component
     */
    record Keeper(String id, String name) {}

    /** What became of a device that a feed told of. */
    enum Stored {
        STORED,
        /** The registry knows something newer. */
        OUTDATED,
        /** An administrator keeps it by hand. */
        KEPT_BY_HAND
    }

    /** What became of a device that was to be removed. */
    enum Removed {
        REMOVED,
        UNKNOWN,
        /** It goes with the component that keeps it. */
        KEPT_BY_HAND
    }

    @Override
    default void close() {}
}
