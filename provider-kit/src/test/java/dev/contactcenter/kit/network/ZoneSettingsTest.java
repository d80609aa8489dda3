package dev.contactcenter.kit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactcenter.engine.network.Cidr;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;

@DisplayName("The blocks that a realm keeps for a zone")
class ZoneSettingsTest {

    private static ComponentModel component(String... blocks) {
        var component = new ComponentModel();
        component.getConfig().putSingle("zone", "vpn");
        component.getConfig().put("cidrs", List.of(blocks));
        return component;
    }

    @Test
    void stand_in_several_fields_or_in_one() {
        assertThat(ZoneSettings.of(component("10.20.0.0/16", "10.30.0.0/16, 10.40.0.0/16\n2001:db8::/32")))
                .isEqualTo(new ZoneSettings(
                        "vpn",
                        List.of(
                                Cidr.parse("10.20.0.0/16").orElseThrow(),
                                Cidr.parse("10.30.0.0/16").orElseThrow(),
                                Cidr.parse("10.40.0.0/16").orElseThrow(),
                                Cidr.parse("2001:db8::/32").orElseThrow())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "10.20.1.0/16, after the prefix length all bits must be zero",
        "10.20.0.1, write 10.20.0.1/32 for this one address",
        "2001:db8::1, write 2001:db8::1/128 for this one address",
        "office, write for example 10.20.0.0/16"
    })
    void are_refused_by_name_with_what_would_be_right(String block, String advice) {
        assertThatThrownBy(() -> ZoneSettings.of(component("10.30.0.0/16", block)))
                .hasMessageStartingWith("Setting 'cidrs' cannot be used: '" + block + "' is not a block of addresses; ")
                .hasMessageContaining(advice);
    }

    @Test
    void are_compared_without_being_read_and_noticed_when_they_change() {
        ComponentModel component = component("10.20.0.0/16");
        StoredBlocks stored = StoredBlocks.of(component);

        assertThat(stored.isOf(component)).isTrue();

        component.getConfig().put("cidrs", List.of("10.21.0.0/16"));

        assertThat(stored.isOf(component)).isFalse();
    }
}
