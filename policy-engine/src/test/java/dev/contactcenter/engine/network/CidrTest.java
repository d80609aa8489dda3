package dev.contactcenter.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A block of addresses")
class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.1, true",
        "10.20.0.0/16, 10.21.0.1, false",
        "10.20.0.0/16, ::ffff:10.20.0.1, true",
        "10.20.0.0/16, 2001:db8:20::1, false",
        "2001:db8:20::/48, 2001:db8:20:ffff::1, true",
        "2001:db8:20::/48, 2001:db8:21::1, false",
        "0.0.0.0/0, 203.0.113.9, true"
    })
    void holds_the_addresses_of_its_prefix(String block, String address, boolean holds) {
        assertThat(Cidr.parse(block).orElseThrow().holds(Address.parse(address).orElseThrow()))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0.1/16", "10.20.0.0/33", "10.20.0.0", "10.20/16", "localhost/8", "::1/129", "/8"})
    void is_nothing_that_only_looks_like_one(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "unknown", "10.1", "10.0.0.256", ".:", ".::1", "1::2::3", "10.0.0.1, 10.0.0.2"})
    void has_no_address_that_would_have_to_be_looked_up(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void of_two_zones_that_hold_an_address_the_closer_one_counts() {
        Zone wide = zone("wide", "10.0.0.0/8");
        Zone close = zone("close", "10.20.0.0/16");

        assertThat(new Zones(List.of(wide, close)).of("10.20.1.1")).contains(close);
        assertThat(new Zones(List.of(close, wide)).of("10.99.1.1")).contains(wide);
    }

    private static Zone zone(String name, String block) {
        return new Zone(name, Zone.Trust.HIGH, List.of(Cidr.parse(block).orElseThrow()));
    }
}
