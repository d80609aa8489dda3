package dev.contactcenter.kit.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;

/**
 * What the browser said at sign-in that it can do with passkeys. It is recorded, so that a rollout knows whom it would lock out,
 * and proves nothing: no policy reads it.
 */
public final class BrowserFacts {

    /** The note, of a login and of the session it leads to, that holds the facts. */
    public static final String NOTE = "contact-center.session.browser";

    private static final String UNKNOWN = "unknown";
    private static final Pattern SAID = Pattern.compile("yes|no");

    private BrowserFacts() {}

    /**
     * Makes a note of what the sign-in form brought.
     *
     * @param field gives a field of the form, or null
     */
    public static String note(UnaryOperator<@Nullable String> field) {
        StringBuilder note = new StringBuilder();
        for (Capability one : Capability.values()) {
            String said = field.apply(one.field);
            boolean word = said != null && SAID.matcher(said).matches();
            note.append(note.isEmpty() ? "" : " ").append(word ? said : UNKNOWN);
        }
        return note.toString();
    }

    /** The facts of a session; empty if no sign-in form was sent in it. */
    public static Map<String, String> told(@Nullable UserSessionModel session) {
        return session == null ? Map.of() : told(session.getNote(NOTE));
    }

    /** The facts in a note; empty if there is none or it cannot be read. */
    public static Map<String, String> told(@Nullable String note) {
        String[] words = Optional.ofNullable(note).orElse("").split(" ", -1);
        Capability[] all = Capability.values();
        if (words.length != all.length) {
            return Map.of();
        }
        Map<String, String> told = new TreeMap<>();
        for (int i = 0; i < all.length; i++) {
            told.put(all[i].told, words[i]);
        }
        return told;
    }

    /** The fields of the sign-in form. */
    public static Stream<String> fields() {
        return Stream.of(Capability.values()).map(one -> one.field);
    }

    private enum Capability {
        PASSKEYS("passkeys", "ccPasskeys"),
        PLATFORM_AUTHENTICATOR("platform_authenticator", "ccPlatformAuthenticator"),
        CONDITIONAL_UI("conditional_ui", "ccConditionalUi");

        private final String told;
        private final String field;

        Capability(String told, String field) {
            this.told = told;
            this.field = field;
        }
    }
}
