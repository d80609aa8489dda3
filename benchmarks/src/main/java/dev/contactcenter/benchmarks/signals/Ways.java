package dev.contactcenter.benchmarks.signals;

import dev.contactcenter.engine.network.Address;
import dev.contactcenter.engine.network.Cidr;
import dev.contactcenter.engine.network.Zone;
import dev.contactcenter.engine.network.Zones;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who looks zones up. Reading the address is part of each. */
public enum Ways {
    /** The pack. */
    ENGINE {
        @Override
        Lookup over(Network network) {
            Zones zones = new Zones(zones(network));
            return address -> zones.of(address).map(Zone::name).orElse("");
        }
    },

    /** The definition: every block is tried. */
    LINEAR_WALK {
        @Override
        Lookup over(Network network) {
            List<Zone> zones = zones(network);
            return address -> walk(zones, Address.parse(address).orElseThrow());
        }
    },

    /** The tries of the library IPAddress, one for each family. */
    IPADDRESS_TRIE {
        @Override
        Lookup over(Network network) {
            var ipv4 = new IPv4AddressAssociativeTrie<String>();
            var ipv6 = new IPv6AddressAssociativeTrie<String>();
            network.blocks().forEach((block, zone) -> {
                IPAddress parsed = new IPAddressString(block).getAddress();
                if (parsed.isIPv4()) {
                    ipv4.put(parsed.toIPv4(), zoneName(zone));
                } else {
                    ipv6.put(parsed.toIPv6(), zoneName(zone));
                }
            });
            return address -> {
                IPAddress parsed = new IPAddressString(address).getAddress();
                var node = parsed.isIPv4()
                        ? ipv4.longestPrefixMatchNode(parsed.toIPv4())
                        : ipv6.longestPrefixMatchNode(parsed.toIPv6());
                return node == null ? "" : node.getValue();
            };
        }
    };

    abstract Lookup over(Network network);

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String zoneName(int zone) {
        return "zone-" + zone;
    }

    private static List<Zone> zones(Network network) {
        List<List<Cidr>> blocks = new ArrayList<>();
        for (int zone = 0; zone < Network.ZONES; zone++) {
            blocks.add(new ArrayList<>());
        }
        for (Map.Entry<String, Integer> block : network.blocks().entrySet()) {
            blocks.get(block.getValue()).add(Cidr.parse(block.getKey()).orElseThrow());
        }
        List<Zone> zones = new ArrayList<>();
        for (List<Cidr> ofZone : blocks) {
            zones.add(new Zone(zoneName(zones.size()), Zone.Trust.LOW, ofZone));
        }
        return zones;
    }

    private static String walk(List<Zone> zones, Address address) {
        String closest = "";
        int longest = -1;
        for (Zone zone : zones) {
            for (Cidr block : zone.blocks()) {
                if (block.prefix() > longest && block.holds(address)) {
                    closest = zone.name();
                    longest = block.prefix();
                }
            }
        }
        return closest;
    }
}
