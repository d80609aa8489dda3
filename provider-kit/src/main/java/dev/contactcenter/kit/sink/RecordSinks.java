package dev.contactcenter.kit.sink;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The sinks that a realm's records are delivered to, for whoever administers them. */
public interface RecordSinks extends Provider {

    /** How each is doing, in the order of their names. */
    List<SinkStanding> all(RealmModel realm);

    /** Sends a test record to the sink of this name, now, whatever waits for it; nothing if the realm has no such sink. */
    Optional<SinkTrial> test(RealmModel realm, String name);

    /** Has dead letters of the sink of this name delivered again; how many, or nothing if the realm has no such sink. */
    OptionalInt redrive(RealmModel realm, String name);

    /** Where the realm's chain ends. */
    ChainStanding chain(RealmModel realm);

    @Override
    default void close() {}
}
