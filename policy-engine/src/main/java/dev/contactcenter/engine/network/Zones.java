package dev.contactcenter.engine.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The zones of a policy, made ready for looking addresses up when they are made. */
public final class Zones {

    /** No zone: every address is unknown. */
    public static final Zones NONE = new Zones(List.of());

    private final List<Zone> all;
    private final Ranges ipv4;
    private final Ranges ipv6;

    /** @param all in the order of the document */
    public Zones(List<Zone> all) {
        this(all, Map.of());
    }

    private Zones(List<Zone> all, Map<String, List<Cidr>> added) {
        this.all = List.copyOf(all);
        ipv4 = ranges(Address.Family.IPV4, added);
        ipv6 = ranges(Address.Family.IPV6, added);
    }

    /**
     * The same zones with more blocks. Where one of them is also a block of these zones, it stays where it is.
     *
     * @param added blocks by the name of their zone; a name that is none of these zones is left out
     */
    public Zones with(Map<String, List<Cidr>> added) {
        return new Zones(all, added);
    }

    private Ranges ranges(Address.Family family, Map<String, List<Cidr>> added) {
        List<Optional<Zone>> owners = new ArrayList<>();
        owners.add(Optional.empty());
        Map<String, Integer> places = new HashMap<>();
        List<Ranges.Owned> blocks = new ArrayList<>();
        for (Zone zone : all) {
            places.put(zone.name(), owners.size());
            add(blocks, family, zone.blocks(), owners.size());
            owners.add(Optional.of(zone));
        }
        for (Zone zone : all) {
            add(blocks, family, added.getOrDefault(zone.name(), List.of()), places.getOrDefault(zone.name(), 0));
        }
        return Ranges.of(List.copyOf(owners), blocks);
    }

    private static void add(List<Ranges.Owned> blocks, Address.Family family, List<Cidr> more, int owner) {
        for (Cidr block : more) {
            if (block.first().family() == family) {
                blocks.add(new Ranges.Owned(block, owner));
            }
        }
    }

    /** In the order of the document. */
    public List<Zone> all() {
        return all;
    }

    /** The names of all zones. */
    public Collection<String> names() {
        return all.stream().map(Zone::name).toList();
    }

    /** The zone with the longest prefix that holds a literal address; of two alike the first. */
    public Optional<Zone> of(String literal) {
        return Address.parse(literal).flatMap(this::closest);
    }

    private Optional<Zone> closest(Address address) {
        return switch (address.family()) {
            case IPV4 -> ipv4.of(address);
            case IPV6 -> ipv6.of(address);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zones zones && all.equals(zones.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
