package dev.contactcenter.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "Zones of corporate 10.20.0.0/16 and 2001:db8:20::/48, hotel 10.20.30.0/25, vpn 10.20.30.0/24, 192.0.2.7/32")
class ZonesTest {

    private static final Zones ZONES = new Zones(List.of(
            zone("corporate", Zone.Trust.HIGH, "10.20.0.0/16", "2001:db8:20::/48"),
            zone("hotel", Zone.Trust.LOW, "10.20.30.0/25"),
            zone("vpn", Zone.Trust.MEDIUM, "10.20.30.0/24", "192.0.2.7/32"),
            zone("twin", Zone.Trust.LOW, "192.0.2.7/32")));

    private static Zone zone(String name, Zone.Trust trust, String... blocks) {
        return new Zone(
                name,
                trust,
                Stream.of(blocks).map(Cidr::parse).flatMap(Optional::stream).toList());
    }

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "10.20.0.0, corporate",
        "10.20.255.255, corporate",
        "10.20.30.127, hotel",
        "10.20.30.128, vpn",
        "192.0.2.7, vpn",
        "::ffff:10.20.1.1, corporate",
        "::FFFF:0a14:0101, corporate",
        "2001:db8:20::1, corporate",
        "2001:DB8:20:ffff:ffff:ffff:ffff:ffff, corporate"
    })
    void the_longest_prefix_tells_the_zone(String address, String zone) {
        assertThat(ZONES.of(address)).map(Zone::name).contains(zone);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "10.19.255.255",
                "10.21.0.0",
                "192.0.2.6",
                "192.0.2.8",
                "2001:db8:21::1",
                "::10.20.1.1",
                "",
                "10.20",
                "10.20.1",
                "10.20.1.1.",
                "10.20.1.1.1",
                "10.20.1.256",
                "10.20.1.1/16",
                " 10.20.1.1",
                "10.20.1.1 ",
                "10.20.1.0x1",
                "169082881",
                "localhost",
                "cafe",
                ":",
                "2001:db8:20",
                "2001:db8:20::1::2",
                "2001:db8:20::1%eth0",
                "[2001:db8:20::1]",
                ".2001:db8:20::1",
                "2001:db8:20::1, 10.20.1.1"
            })
    void anything_else_is_in_none(String address) {
        assertThat(ZONES.of(address)).isEmpty();
    }

    @Test
    void a_block_of_everything_holds_its_own_family_only() {
        Zones everywhere = new Zones(List.of(zone("world", Zone.Trust.LOW, "0.0.0.0/0")));

        assertThat(everywhere.of("203.0.113.9")).map(Zone::name).contains("world");
        assertThat(everywhere.of("2001:db8::1")).isEmpty();
        assertThat(Zones.NONE.of("203.0.113.9")).isEmpty();
    }

    @Test
    void are_named_in_the_order_of_the_document() {
        assertThat(ZONES.names()).containsExactly("corporate", "hotel", "vpn", "twin");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "10.20.0.0",
                "10.20.0.0/",
                "10.20.0.0/33",
                "10.20.0.0/-1",
                "10.20.0.0/1000",
                "10.20.0.0/255.255.0.0",
                "10.20.0.1/16",
                "10.20.0.128/24",
                "2001:db8::/129",
                "2001:db8::1/32",
                "example.test/8",
                "/8",
                "10.20.0.0/16/8"
            })
    void a_block_is_an_address_and_a_prefix_without_bits_after_it(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10.20.0.0/16, 10.20.0.0/016",
        "2001:db8::/32, 2001:0DB8:0:0::/32",
        "::ffff:10.0.0.0/8, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/00",
        "203.0.113.9/32, 203.0.113.9/32",
        "10.20.30.128/25, 10.20.30.128/25"
    })
    void a_block_is_what_it_holds(String text, String same) {
        assertThat(Cidr.parse(text)).isPresent().isEqualTo(Cidr.parse(same));
        assertThat(Cidr.parse(text).map(Cidr::hashCode))
                .isEqualTo(Cidr.parse(same).map(Cidr::hashCode))
                .isNotEqualTo(Cidr.parse("10.20.0.0/17").map(Cidr::hashCode));
    }

    @Test
    void blocks_of_other_addresses_or_prefixes_differ() {
        assertThat(Cidr.parse("10.20.0.0/16"))
                .isNotEqualTo(Cidr.parse("10.20.0.0/17"))
                .isNotEqualTo(Cidr.parse("10.21.0.0/16"));
        assertThat(Cidr.parse("10.20.0.0/16").map(Cidr::prefix)).contains(16);
    }
}
