package dev.contactcenter.signals.registry;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Posture;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.setting.ComponentName;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What an administrator writes of a device. */
final class HandKeptSettings {

    static final Setting<String> DEVICE = new Setting<>(
            "deviceId",
            "Device",
            "Id of the device, as its certificate or its posture tokens name it.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            HandKeptSettings::id);

    static final Setting<String> OWNER = new Setting<>(
            "owner",
            "Owner",
            "User name, e-mail address or Keycloak's id of the person whose device it is. Empty for a shared device, a kiosk or a"
                    + " virtual desktop.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            HandKeptSettings::fitting);

    private static final List<Setting<String>> POSTURE = List.of(
            word(Attribute.DEVICE_CLASS, "Class", "Whose device it is."),
            word(Attribute.DEVICE_MANAGEMENT, "Management", "Whether the organisation manages it."),
            word(Attribute.DEVICE_COMPLIANCE, "Compliance", "Whether it meets the organisation's rules."),
            word(Attribute.DEVICE_OS, "Operating system", "What runs on it."),
            word(Attribute.DEVICE_ENCRYPTION, "Disk encryption", "Whether its disk is encrypted."),
            word(Attribute.DEVICE_EDR, "Endpoint detection", "Whether its endpoint detection and response runs."));

    static final List<Setting<String>> ALL =
            Stream.concat(Stream.of(DEVICE, OWNER), POSTURE.stream()).toList();

    private HandKeptSettings() {}

    /**
     * The device.
     *
     * @throws dev.contactcenter.kit.setting.InvalidSettingException if a setting cannot be used
     */
    static Device device(ComponentModel component, Instant now) {
        Map<String, String> stored = Settings.stored(component);
        String id = DEVICE.from(stored);
        Map<Attribute, Object> words = new EnumMap<>(Attribute.class);
        words.put(Attribute.DEVICE_ID, id);
        POSTURE.forEach(setting -> Posture.members()
                .filter(attribute -> Posture.name(attribute).equals(setting.key()))
                .forEach(attribute -> words.put(attribute, setting.from(stored))));
        return new Device(
                id, OWNER.from(stored), new Observation(words), "", now, Reporter.byHand(ComponentName.of(component)));
    }

    private static Setting<String> word(Attribute attribute, String label, String help) {
        List<String> words = List.copyOf(attribute.vocabulary());
        return new Setting<>(
                Posture.name(attribute),
                label,
                help,
                ProviderConfigProperty.LIST_TYPE,
                words,
                Attribute.UNKNOWN,
                text -> oneOf(text, words));
    }

    private static String oneOf(String text, List<String> words) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", words));
        }
        return text;
    }

    private static String id(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty; write the id that the device's certificate or token has");
        }
        return fitting(text);
    }

    private static String fitting(String text) {
        if (!Device.fits(text)) {
            throw new IllegalArgumentException("it has more than 255 characters, or control characters");
        }
        return text;
    }
}
