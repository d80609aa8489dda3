package dev.contactcenter.language;

import dev.contactcenter.engine.network.Cidr;
import dev.contactcenter.engine.network.Zone;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.request.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code zones}. */
final class ZonesReader {

    private final Findings findings;
    private final Values values;
    private final Names names;

    ZonesReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
    }

    Zones read(Node.Mapping section) {
        List<Zone> zones = new ArrayList<>();
        section.entries().forEach((name, entry) -> {
            if (names.isZone(name, entry.key()) && isNotReserved(name, entry.key())) {
                values.mapping(entry.value()).map(body -> zone(name, body)).ifPresent(zones::add);
            }
        });
        return new Zones(zones);
    }

    private boolean isNotReserved(String name, Place place) {
        if (name.equals(Attribute.UNKNOWN)) {
            findings.error(
                    place, "'unknown' is the zone of every address that no zone holds", "name this one otherwise");
        }
        return !name.equals(Attribute.UNKNOWN);
    }

    private Zone zone(String name, Node.Mapping body) {
        var fields = new Fields(body, findings, "trust", "cidrs", "description");
        fields.find("description").ifPresent(values::text);
        Zone.Trust trust = fields.require("trust", "trust: medium")
                .flatMap(node -> values.choice(node, Zone.Trust.class))
                .orElse(Zone.Trust.LOW);
        // Without blocks of its own, a zone holds those that the realm keeps for it beside the policy.
        List<Cidr> blocks = fields.find("cidrs")
                .map(node -> List.copyOf(
                        values.several(node, this::block, "name at least one block of addresses, or leave cidrs out")))
                .orElse(List.of());
        return new Zone(name, trust, blocks);
    }

    private Optional<Cidr> block(Node node) {
        return values.text(node).flatMap(text -> {
            Optional<Cidr> block = Cidr.parse(text);
            if (block.isEmpty()) {
                findings.error(
                        node.place(), Quoted.of(text) + " is not a block of addresses", () -> Blocks.repaired(text));
            }
            return block;
        });
    }
}
