package dev.contactcenter.language;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the names of things: their shape where they are declared, their existence where they are used. */
final class Names {

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9-]{0,31}");
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]{0,47}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255}");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");

    /** Scopes with this prefix choose a mode, so that no action can have it. */
    static final String MODE_PREFIX = "mode:";

    private final Findings findings;
    private final Values values;

    Names(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** Whether a key can be the name of an action. */
    boolean isAction(String name, Place place) {
        if (name.startsWith(MODE_PREFIX)) {
            findings.error(
                    place, Quoted.of(name) + " cannot be an action: 'mode:' chooses a mode", "name the resource");
            return false;
        }
        return isShaped(name, place, ACTION, "an action name (lower case, resource:verb)", () -> repaired(name));
    }

    /** Whether a key can be the name of a mode. */
    boolean isMode(String name, Place place) {
        return isShaped(name, place, PLAIN, "a mode name (lower case, dashes, at most 48 characters)", () -> "");
    }

    /** Whether a word can be the id of a rule. */
    boolean isRule(String id, Place place) {
        return isShaped(id, place, PLAIN, "a rule id (lower case, dashes, at most 48 characters)", () -> "");
    }

    /** Role, client id or acr: what Keycloak and OAuth take, without spaces and quotes (RFC 6749 §3.3). */
    Optional<String> token(Node node) {
        return shaped(node, TOKEN, "a name without spaces and quotes, of at most 255 characters");
    }

    boolean isToken(String name, Place place) {
        return isShaped(name, place, TOKEN, "a name without spaces and quotes, of at most 255 characters", () -> "");
    }

    Optional<String> revision(Node node) {
        return shaped(node, REVISION, "a revision (letters, digits and . _ + -, at most 64 characters)");
    }

    /** A name that must be one of those that the policy declares. */
    Optional<String> declared(Node node, Collection<String> names, String kind) {
        return values.text(node).filter(name -> {
            if (!names.contains(name)) {
                findings.error(
                        node.place(),
                        Quoted.of(name) + " is not " + kind + " of this policy",
                        () -> DidYouMean.among(name, names));
            }
            return names.contains(name);
        });
    }

    private Optional<String> shaped(Node node, Pattern shape, String kind) {
        return values.text(node).filter(text -> isShaped(text, node.place(), shape, kind, () -> ""));
    }

    private boolean isShaped(String text, Place place, Pattern shape, String kind, Supplier<String> suggestion) {
        boolean fits = shape.matcher(text).matches();
        if (!fits) {
            findings.error(place, Quoted.of(text) + " is not " + kind, suggestion);
        }
        return fits;
    }

    private static String repaired(String name) {
        String guess =
                name.trim().toLowerCase(Locale.ROOT).replaceAll("[./]", ":").replaceAll("[_ ]", "-");
        return ACTION.matcher(guess).matches() && !guess.startsWith(MODE_PREFIX)
                ? "did you mean " + Quoted.of(guess) + "?"
                : "write for example record:view";
    }
}
