package dev.contactcenter.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("A look-up among zones")
class ZoneTableTest {

    private static final int ADDRESSES = 400;

    @RepeatedTest(60)
    void finds_what_a_walk_over_all_blocks_finds(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        List<Zone> zones = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> new Zone("zone-" + i, Zone.Trust.LOW, blocks(random, random.nextInt(30))))
                .toList();
        Map<String, List<Cidr>> added = Map.of("zone-0", blocks(random, 10), "zone-3", blocks(random, 10));
        Zones table = new Zones(zones).with(added);

        for (int i = 0; i < ADDRESSES; i++) {
            String address = address(random);

            assertThat(table.of(address)).as(address).isEqualTo(walk(zones, added, address));
        }
    }

    /** The definition: the longest prefix counts; of two alike that of the policy, and of those the first. */
    private static Optional<Zone> walk(List<Zone> zones, Map<String, List<Cidr>> added, String literal) {
        Address address = Address.parse(literal).orElseThrow();
        Optional<Zone> closest = Optional.empty();
        int longest = -1;
        for (boolean own : new boolean[] {true, false}) {
            for (Zone zone : zones) {
                for (Cidr block : own ? zone.blocks() : added.getOrDefault(zone.name(), List.of())) {
                    if (block.prefix() > longest && block.holds(address)) {
                        closest = Optional.of(zone);
                        longest = block.prefix();
                    }
                }
            }
        }
        return closest;
    }

    /** Few different bits, so that blocks lie in each other, are alike, and touch both ends of the line. */
    private static List<Cidr> blocks(Random random, int count) {
        List<Cidr> blocks = new ArrayList<>();
        while (blocks.size() < count) {
            String text = address(random);
            boolean short4 = text.indexOf(':') < 0;
            Cidr.parse(text + '/' + random.nextInt(short4 ? 33 : 129)).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static String address(Random random) {
        String[] octets = {"0", "0", "0", "128", "255", "10", "192"};
        if (random.nextBoolean()) {
            return any(random, octets)
                    + '.'
                    + any(random, octets)
                    + '.'
                    + any(random, octets)
                    + '.'
                    + any(random, octets);
        }
        String[] groups = {"0", "0", "0", "0", "0", "8000", "ffff", "1"};
        return IntStream.range(0, 8)
                .mapToObj(i -> i == 7 ? any(random, groups) : any(random, groups) + ':')
                .reduce("", String::concat);
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void knows_both_ends_of_each_family() {
        Zones zones = new Zones(List.of(new Zone(
                "ends",
                Zone.Trust.LOW,
                List.of(
                        Cidr.parse("255.255.255.255/32").orElseThrow(),
                        Cidr.parse("0.0.0.0/32").orElseThrow(),
                        Cidr.parse("ffff::/16").orElseThrow()))));

        assertThat(zones.of("255.255.255.255")).isPresent();
        assertThat(zones.of("255.255.255.254")).isEmpty();
        assertThat(zones.of("0.0.0.0")).isPresent();
        assertThat(zones.of("0.0.0.1")).isEmpty();
        assertThat(zones.of("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).isPresent();
        assertThat(zones.of("fffe:ffff::")).isEmpty();
    }

    @Test
    void leaves_out_blocks_of_a_zone_that_the_policy_does_not_declare() {
        Zones zones =
                Zones.NONE.with(Map.of("stray", List.of(Cidr.parse("0.0.0.0/0").orElseThrow())));

        assertThat(zones.of("203.0.113.9")).isEmpty();
    }
}
