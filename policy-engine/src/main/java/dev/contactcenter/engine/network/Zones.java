package dev.contactcenter.engine.network;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The zones of a policy.
 *
 * @param all in the order of the document
 */
public record Zones(List<Zone> all) {

    /** No zone: every address is unknown. */
    public static final Zones NONE = new Zones(List.of());

    public Zones {
        all = List.copyOf(all);
    }

    /** The names of all zones. */
    public Collection<String> names() {
        return all.stream().map(Zone::name).toList();
    }

    /** The zone with the longest prefix that holds a literal address; of two alike the first. */
    public Optional<Zone> of(String literal) {
        return Cidr.address(literal).flatMap(this::closest);
    }

    private Optional<Zone> closest(byte[] address) {
        Optional<Zone> closest = Optional.empty();
        int longest = -1;
        for (Zone zone : all) {
            for (Cidr block : zone.blocks()) {
                if (block.prefix() > longest && block.holds(address)) {
                    closest = Optional.of(zone);
                    longest = block.prefix();
                }
            }
        }
        return closest;
    }
}
