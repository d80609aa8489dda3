package dev.contactcenter.kit.setting;

import org.keycloak.component.ComponentValidationException;

/** A component that is not stored. Its message is what Keycloak's administration needs; a log shows the plain words. */
public final class ComponentRefusedException extends ComponentValidationException {

    private static final long serialVersionUID = 1;

    private final String words;

    /** @param words what cannot be used, why, and what would be right */
    public ComponentRefusedException(String words) {
        super(literal(words));
        this.words = words;
    }

    /** Keycloak answers with what {@link java.text.MessageFormat} makes of the message; to it, quotes and braces are syntax. */
    private static String literal(String message) {
        return message.replace("'", "''").replace("{", "'{'");
    }

    @Override
    public String getLocalizedMessage() {
        return words;
    }
}
