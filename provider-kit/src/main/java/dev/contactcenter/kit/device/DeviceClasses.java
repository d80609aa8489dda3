package dev.contactcenter.kit.device;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Classes of devices, as {@code device.class} has them.
 *
 * @param words of its vocabulary
 */
public record DeviceClasses(Set<String> words) {

    private static final Set<String> VOCABULARY = Attribute.DEVICE_CLASS.vocabulary();

    public DeviceClasses {
        words = Set.copyOf(words);
    }

    /** A setting that names classes; {@value Attribute#NONE} alone names no class. */
    public static Setting<DeviceClasses> setting(String key, String label, String help, String... byDefault) {
        List<String> options = new ArrayList<>(VOCABULARY);
        options.add(Attribute.NONE);
        return new Setting<>(
                key,
                label,
                help,
                ProviderConfigProperty.MULTIVALUED_LIST_TYPE,
                options,
                String.join(Settings.BETWEEN, byDefault),
                text -> parse(text, options));
    }

    private static DeviceClasses parse(String text, List<String> options) {
        Set<String> words =
                Stream.of(text.split(Settings.BETWEEN)).map(String::strip).collect(Collectors.toSet());
        words.stream()
                .filter(word -> !options.contains(word))
                .sorted()
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException("'" + word + "' is not one of " + String.join(", ", options));
                });
        words.remove(Attribute.NONE);
        return new DeviceClasses(words);
    }

    /**
     * What the class of a device may be: the one that was told; where nobody can tell at the moment, {@value Attribute#UNKNOWN} and
     * the one that was told last.
     */
    public static DeviceClasses of(Facts facts) {
        return switch (facts.evidence(Signal.DEVICE)) {
            case Evidence.Known<Observation> known -> new DeviceClasses(Set.of(word(known.value())));
            case Evidence.Missing<Observation> missing ->
                new DeviceClasses(Stream.concat(
                                Stream.of(Attribute.UNKNOWN),
                                missing.lastKnown().map(last -> word(last.value())).stream())
                        .collect(Collectors.toSet()));
        };
    }

    private static String word(Observation told) {
        return told.value(Attribute.DEVICE_CLASS) instanceof String word ? word : Attribute.UNKNOWN;
    }

    /** Whether both name the same class somewhere. */
    public boolean meets(DeviceClasses other) {
        return !Collections.disjoint(words, other.words);
    }
}
