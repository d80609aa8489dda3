package dev.contactcenter.kit.network;

import dev.contactcenter.engine.network.Cidr;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.language.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Blocks of addresses that a realm keeps for a zone of its policy.
 *
 * @param zone the name that the policy gives to it
 */
public record ZoneSettings(String zone, List<Cidr> blocks) {

    /** The provider of such components. */
    public static final String PROVIDER_ID = "contact-center-zone";

    private static final int MOST = 100_000;
    private static final Pattern BETWEEN = Pattern.compile("(?:" + Settings.BETWEEN + "|[\\s,])+");

    /** Which zone the blocks belong to. */
    public static final Setting<String> ZONE = Setting.text(
            "zone",
            "Zone",
            "The zone that holds the blocks, by the name that the policy's zones section gives to it.",
            "");

    /** The blocks. */
    public static final Setting<List<Cidr>> BLOCKS = new Setting<>(
            "cidrs",
            "Blocks of addresses",
            "IPv4 or IPv6 blocks such as 10.20.0.0/16; one field takes several, separated by spaces or commas. Of two blocks"
                    + " that hold an address, the longer prefix counts, and of two alike the policy's own.",
            ProviderConfigProperty.MULTIVALUED_STRING_TYPE,
            List.of(),
            "",
            ZoneSettings::blocks);

    public ZoneSettings {
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads them.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if one cannot be used
     */
    public static ZoneSettings of(ComponentModel component) {
        Map<String, String> stored = Settings.stored(component);
        return new ZoneSettings(ZONE.from(stored), BLOCKS.from(stored));
    }

    /** As the admin console shows them. */
    public static List<ProviderConfigProperty> properties() {
        return List.of(ZONE.toProperty(), BLOCKS.toProperty());
    }

    private static List<Cidr> blocks(String text) {
        List<Cidr> blocks = new ArrayList<>();
        for (String one : BETWEEN.split(text, -1)) {
            if (!one.isEmpty()) {
                blocks.add(Cidr.parse(one).orElseThrow(() -> notOne(one)));
            }
        }
        if (blocks.size() > MOST) {
            throw new IllegalArgumentException(
                    "it has " + blocks.size() + " blocks, and at most " + MOST + " are read");
        }
        return blocks;
    }

    private static IllegalArgumentException notOne(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return new IllegalArgumentException("'" + shown + "' is not a block of addresses; " + Blocks.repaired(text));
    }
}
