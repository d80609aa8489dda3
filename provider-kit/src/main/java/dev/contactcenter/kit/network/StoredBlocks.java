package dev.contactcenter.kit.network;

import dev.contactcenter.kit.setting.ComponentName;
import java.util.List;
import org.keycloak.component.ComponentModel;

/**
 * What a table was made of. Keycloak changes a component by putting other lists into it, and hands out the same lists until
 * then: comparing thousands of blocks at each request mostly comes down to two references.
 */
record StoredBlocks(String name, List<String> zone, List<String> blocks, List<String> copyOfBlocks) {

    static StoredBlocks of(ComponentModel component) {
        List<String> blocks = list(component, ZoneSettings.BLOCKS.key());
        return new StoredBlocks(
                ComponentName.of(component),
                List.copyOf(list(component, ZoneSettings.ZONE.key())),
                blocks,
                List.copyOf(blocks));
    }

    private static List<String> list(ComponentModel component, String key) {
        List<String> stored = component.getConfig().get(key);
        return stored == null ? List.of() : stored;
    }

    /** Whether a component still says the same. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(ComponentModel component) {
        List<String> now = list(component, ZoneSettings.BLOCKS.key());
        boolean untouched = now == blocks && now.size() == copyOfBlocks.size();
        return name.equals(ComponentName.of(component))
                && zone.equals(list(component, ZoneSettings.ZONE.key()))
                && (untouched || copyOfBlocks.equals(now));
    }
}
