package dev.contactcenter.language;

import dev.contactcenter.engine.request.Attribute;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the names of things: their shape where they are declared, their existence where they are used. */
final class Names {

    static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9-]{0,31}");
    static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]{0,47}");
    static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255}");
    private static final Pattern KEYCLOAK_NAME = Pattern.compile("[^\\p{Cntrl} ]([^\\p{Cntrl}]{0,253}[^\\p{Cntrl} ])?");
    static final Pattern GROUP = Pattern.compile("(/[^/\\p{Cntrl}]{1,255}){1,16}");
    static final Pattern FIELD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");

    /** An action, all actions of a resource, or all actions. */
    static final Pattern ACTIONS = Pattern.compile(ACTION.pattern() + "|[a-z][a-z0-9-]{0,31}:\\*|\\*");

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
        return isNotNone(name, place, "a mode")
                && isShaped(name, place, PLAIN, "a mode name (lower case, dashes, at most 48 characters)", () -> "");
    }

    /** Conditions read the word none where there is no mode or nothing was proven: nothing else may have that name. */
    private boolean isNotNone(String name, Place place, String kind) {
        if (name.equals(Attribute.NONE)) {
            findings.error(
                    place,
                    "'none' cannot be " + kind + ": conditions read it where there is none",
                    "name it otherwise");
        }
        return !name.equals(Attribute.NONE);
    }

    /** The name of an assurance level. */
    Optional<String> level(Node node) {
        return token(node).filter(name -> isNotNone(name, node.place(), "an assurance level"));
    }

    /** Whether a key can be the name of a zone. */
    boolean isZone(String name, Place place) {
        return isShaped(name, place, PLAIN, "a zone name (lower case, dashes, at most 48 characters)", () -> "");
    }

    /** The name of a cohort of users. */
    Optional<String> cohort(Node node) {
        return shaped(node, PLAIN, "a cohort name (lower case, dashes, at most 48 characters)");
    }

    /** The path of a Keycloak group. */
    Optional<String> groupPath(Node node) {
        return values.text(node)
                .filter(path -> isShaped(
                        path, node.place(), GROUP, "the path of a group", () -> "write for example /pilot/hotel-desk"));
    }

    /** The name of a set of data of a reporting application. */
    Optional<String> dataset(Node node) {
        return shaped(
                node, FIELD, "a set of data (letters, digits, dots, underscores and dashes, at most 64 characters)");
    }

    /** The name of a field of an application's record. */
    Optional<String> field(Node node) {
        return shaped(
                node, FIELD, "a field name (letters, digits, dots, underscores and dashes, at most 64 characters)");
    }

    /** Whether a word can be the id of a rule. */
    boolean isRule(String id, Place place) {
        if (id.startsWith(SignalsReader.RULE_PREFIX)) {
            findings.error(
                    place,
                    Quoted.of(id) + " cannot be a rule id: the section signals makes rules that begin so",
                    "rename it");
            return false;
        }
        return isShaped(id, place, PLAIN, "a rule id (lower case, dashes, at most 48 characters)", () -> "");
    }

    /** A scope (RFC 6749 §3.3) or an acr value, which travels in a list of words as well. */
    Optional<String> token(Node node) {
        return shaped(node, TOKEN, "a name (no spaces or quotes, at most 255 characters)");
    }

    /** What Keycloak takes as the name of a role or as a client id. */
    Optional<String> keycloakName(Node node) {
        return values.text(node).filter(name -> isKeycloakName(name, node.place()));
    }

    boolean isKeycloakName(String name, Place place) {
        return isShaped(name, place, KEYCLOAK_NAME, "a name (at most 255 characters on one line)", () -> "");
    }

    Optional<String> revision(Node node) {
        return shaped(node, REVISION, "a revision (letters, digits and . _ + -, at most 64 characters)");
    }

    /** A name that must be one of those that the policy declares. */
    Optional<String> declared(Node node, Collection<String> names, String kind) {
        return values.text(node).filter(name -> {
            // If nothing could be declared, that is the problem; the document is refused anyway.
            boolean told = names.isEmpty() && findings.hasErrors();
            if (!names.contains(name) && !told) {
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

    /** The action name that a misshapen one was probably meant to be; the same if that cannot be told. */
    static String meant(String name) {
        String guess =
                name.trim().toLowerCase(Locale.ROOT).replaceAll("[./]", ":").replaceAll("[_ ]", "-");
        return ACTION.matcher(guess).matches() ? guess : name;
    }

    private static String repaired(String name) {
        return meant(name).equals(name)
                ? "write for example record:view"
                : "did you mean " + Quoted.of(meant(name)) + "?";
    }
}
