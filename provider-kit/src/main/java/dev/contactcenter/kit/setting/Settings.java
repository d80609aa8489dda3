package dev.contactcenter.kit.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;

/** Reads what a component stores. */
public final class Settings {

    /** Between several values of one key, as Keycloak's own authenticator settings have it. */
    public static final String BETWEEN = "##";

    private Settings() {}

    /**
     * The parser of a text that has no default.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static String given(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it must be given");
        }
        return text;
    }

    /** The same of one key alone: beside the name that is asked for with each request may stand thousands of blocks of addresses. */
    static Map<String, String> stored(ComponentModel component, String key) {
        List<String> values = component.getConfig().get(key);
        return values == null || values.isEmpty() ? Map.of() : Map.of(key, String.join(BETWEEN, values));
    }

    /** Each key with its value, several values of a key joined by {@link #BETWEEN}; keys without a value are left out. */
    public static Map<String, String> stored(ComponentModel component) {
        Map<String, String> stored = new HashMap<>();
        component.getConfig().forEach((key, values) -> {
            if (values != null && !values.isEmpty()) {
                stored.put(key, String.join(BETWEEN, values));
            }
        });
        return stored;
    }
}
