package dev.contactcenter.kit.setting;

import java.util.Objects;
import org.keycloak.component.ComponentModel;

/** How people know a component. Keycloak's pages for components of extensions give them no name, so that it is a setting as well. */
public final class ComponentName {

    /** What is typed in the admin console. */
    public static final Setting<String> SETTING = Setting.text(
            "displayName",
            "Name",
            "How messages and decision records name it, and what the device of a session is remembered under. Empty takes the name"
                    + " that the component has in the realm file, or that of its kind.",
            "");

    private ComponentName() {}

    /** The name; empty only for a component of no kind. */
    public static String of(ComponentModel component) {
        String typed = SETTING.from(Settings.stored(component, SETTING.key()));
        if (!typed.isBlank()) {
            return typed;
        }
        String own = component.getName();
        return own != null && !own.isBlank() ? own : Objects.requireNonNullElse(component.getProviderId(), "");
    }
}
