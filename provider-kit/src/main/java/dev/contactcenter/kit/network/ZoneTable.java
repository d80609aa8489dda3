package dev.contactcenter.kit.network;

import dev.contactcenter.engine.network.Zones;

/** What a realm has in place of the question "which zone holds this address?". */
public sealed interface ZoneTable {

    /** The policy's zones with all the blocks of the realm. */
    record Usable(Zones zones) implements ZoneTable {}

    /**
     * Blocks that the realm keeps cannot be read, so that nobody knows which zone an address is in.
     *
     * @param source the name of the component
     * @param problem for the administrator
     */
    record Unusable(String source, String problem) implements ZoneTable {}
}
