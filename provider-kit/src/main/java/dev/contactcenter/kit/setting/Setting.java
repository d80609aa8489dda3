package dev.contactcenter.kit.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting as an administrator sees it and as the code reads it: one declaration for key, label, help, options,
 * default and parser.
 *
 * @param key as stored, lowerCamelCase
 * @param label as the admin console shows it
 * @param help what it does, its unit, what empty means
 * @param type one of {@link ProviderConfigProperty}'s types
 * @param options what may be chosen; empty if anything may be typed
 * @param defaultText the default as it would be stored; it must parse
 * @param parser from stored text; throws {@link IllegalArgumentException} with what is wrong and what would be right
 * @param <T> what the code works with
 */
public record Setting<T>(
        String key,
        String label,
        String help,
        String type,
        List<String> options,
        String defaultText,
        Function<String, T> parser) {

    public Setting {
        options = List.copyOf(options);
    }

    /** A setting with a closed set of answers; stored in kebab case. */
    public static <E extends Enum<E>> Setting<E> choice(
            String key, String label, String help, Class<E> type, E byDefault) {
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byWord.put(stored(constant), constant);
        }
        return new Setting<>(
                key,
                label,
                help,
                ProviderConfigProperty.LIST_TYPE,
                List.copyOf(byWord.keySet()),
                stored(byDefault),
                text -> parse(text, byWord));
    }

    /** A setting that is free text. */
    public static Setting<String> text(String key, String label, String help, String byDefault) {
        return new Setting<>(
                key, label, help, ProviderConfigProperty.STRING_TYPE, List.of(), byDefault, Function.identity());
    }

    /** A setting that is free text which nobody may read back: Keycloak masks it, and messages never show it. */
    public static Setting<String> secret(String key, String label, String help, UnaryOperator<String> check) {
        return new Setting<>(key, label, help, ProviderConfigProperty.PASSWORD, List.of(), "", check);
    }

    /** A setting that is an ISO 8601 duration within bounds, both of them included. */
    public static Setting<Duration> duration(
            String key, String label, String help, Duration byDefault, Duration least, Duration most) {
        return new Setting<>(
                key,
                label,
                help,
                ProviderConfigProperty.STRING_TYPE,
                List.of(),
                byDefault.toString(),
                text -> within(text, least, most));
    }

    /** The same setting with another default, as it would be stored. */
    public Setting<T> withDefault(String other) {
        return new Setting<>(key, label, help, type, options, other, parser);
    }

    /**
     * Reads the setting: absent or blank gives the default.
     *
     * @throws InvalidSettingException if it is there but unusable
     */
    public T from(Map<String, String> stored) {
        String text = stored.get(key);
        try {
            return parser.apply(text == null || text.isBlank() ? defaultText : text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(key, String.valueOf(e.getMessage()));
        }
    }

    /** A fresh property each time, because Keycloak's type has setters and callers use them. */
    public ProviderConfigProperty toProperty() {
        var property = new ProviderConfigProperty(key, label, help, type, defaultText);
        property.setOptions(options);
        property.setSecret(type.equals(ProviderConfigProperty.PASSWORD));
        return property;
    }

    private static <E> E parse(String text, Map<String, E> byWord) {
        return Optional.ofNullable(byWord.get(text))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not one of " + String.join(", ", byWord.keySet())));
    }

    private static Duration within(String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an ISO 8601 duration; write for example " + least, notOne);
        }
        throw new IllegalArgumentException("'" + text + "' is not from " + least + " to " + most);
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
