package dev.contactcenter.listeners.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A server option of the recorder that is one of a few words, which are the names of an enum's constants.
 *
 * @param name as it is written after the recorder's prefix
 * @param usual what holds if it is not set
 */
record Choice<E extends Enum<E>>(String name, E usual) {

    /** As the option has it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the server option.
     *
     * @throws IllegalArgumentException if it is set to something else; its message says what would be right
     */
    E from(Config.Scope options) {
        String text = options.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(one -> word(one).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Server option '%s' cannot be used: '%s' is none of %s"
                        .formatted(OutboxSettings.OPTION_PREFIX + name, text.strip(), String.join(", ", words()))));
    }

    /** The option as Keycloak's command line shows it: a new one for each call, because it is mutable. */
    ProviderConfigProperty property(String label, String help) {
        var property = new ProviderConfigProperty(name, label, help, ProviderConfigProperty.LIST_TYPE, word(usual));
        property.setOptions(words());
        return property;
    }

    private List<String> words() {
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .map(Choice::word)
                .toList();
    }
}
