package dev.contactcenter.engine.network;

import java.util.List;

/**
 * A named part of the network.
 *
 * @param name as {@code network.zone} tells it
 * @param blocks the addresses that belong to it
 */
public record Zone(String name, Trust trust, List<Cidr> blocks) {

    public Zone {
        blocks = List.copyOf(blocks);
    }

    /** How far the organisation trusts it. */
    public enum Trust {
        HIGH,
        MEDIUM,
        LOW
    }
}
