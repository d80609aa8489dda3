package dev.contactcenter.kit.details;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactcenter.kit.policy.PolicyInForce;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The details that a login asks for, and what became of them. Keycloak keeps them as a note of the client's session, where a later login
 * without any leaves them standing: what was decided is noted beside, so that no code yields what another login asked for.
 */
public final class LoginDetails {

    private static final String DECIDED = "contact-center.details.decided";
    private static final String JUSTIFICATION = "contact-center.details.justification";
    private static final String APPROVER = "contact-center.details.approver";
    private static final String NONE = "none";

    /** What a record tells the details under. */
    public static final String ABOUT_DETAILS = "authorization_details";

    private static final String ABOUT_JUSTIFICATION = "justification";
    private static final String ABOUT_APPROVER = "approved_by";

    private LoginDetails() {}

    /** What the login asks for; nothing if a policy that changed meanwhile no longer lets it be asked for. */
    public static DetailCheck.Accepted asked(AuthenticationSessionModel login, PolicyInForce policy) {
        @Nullable String parameter = login.getClientNote(OAuth2Constants.AUTHORIZATION_DETAILS);
        if (parameter == null || !(DetailReader.read(parameter) instanceof DetailReading.Read(var details))) {
            return DetailCheck.Accepted.NOTHING;
        }
        String scope = login.getClientNote(OAuth2Constants.SCOPE);
        DetailCheck check =
                DetailCheck.of(details, DetailCheck.Party.PERSON, login.getClient(), DetailScope.names(scope), policy);
        return check instanceof DetailCheck.Accepted accepted ? accepted : DetailCheck.Accepted.NOTHING;
    }

    /** Why, in the person's words; empty if nothing was typed. */
    public static String justification(AuthenticationSessionModel login) {
        @Nullable String typed = login.getAuthNote(JUSTIFICATION);
        return typed == null ? "" : typed;
    }

    /** Keeps what the person typed, where only the server reads it. */
    public static void justified(AuthenticationSessionModel login, String text) {
        login.setAuthNote(JUSTIFICATION, text);
    }

    /** Who approved, by user name; empty if nobody did. */
    public static String approver(AuthenticationSessionModel login) {
        @Nullable String approver = login.getAuthNote(APPROVER);
        return approver == null ? "" : approver;
    }

    /** Keeps who approved, where only the server reads it. */
    public static void approved(AuthenticationSessionModel login, String approver) {
        login.setAuthNote(APPROVER, approver);
    }

    /** For the record of what a login is decided about. */
    public static Map<String, String> about(List<ActionDetail> details, AuthenticationSessionModel login) {
        Map<String, String> about = about(details, justification(login));
        if (!approver(login).isEmpty()) {
            about.put(ABOUT_APPROVER, approver(login));
        }
        return about;
    }

    /** For the record of a decision. */
    public static Map<String, String> about(List<ActionDetail> details, String justification) {
        Map<String, String> about = new TreeMap<>();
        if (!details.isEmpty()) {
            about.put(ABOUT_DETAILS, json(details));
        }
        if (!justification.isEmpty()) {
            about.put(ABOUT_JUSTIFICATION, justification);
        }
        return about;
    }

    /**
     * Notes what the login was permitted.
     *
     * @param decision the id of the record; only one token is issued on it
     */
    public static void permitted(AuthenticationSessionModel login, DetailCheck.Accepted asked, String decision) {
        @Nullable String parameter = login.getClientNote(OAuth2Constants.AUTHORIZATION_DETAILS);
        login.setClientNote(
                DECIDED, parameter == null || asked.details().isEmpty() ? NONE : decision + " " + digest(parameter));
    }

    /** Notes that the login was about no details. */
    public static void none(AuthenticationSessionModel login) {
        login.setClientNote(DECIDED, NONE);
    }

    /** The id of the decision by which the client's latest login was permitted the details that its session holds. */
    public static Optional<String> decision(AuthenticatedClientSessionModel session) {
        @Nullable String parameter = session.getNote(OAuth2Constants.AUTHORIZATION_DETAILS);
        @Nullable String decided = session.getNote(DECIDED);
        if (parameter == null || decided == null) {
            return Optional.empty();
        }
        String[] parts = decided.split(" ", 2);
        return parts.length == 2 && parts[1].equals(digest(parameter)) ? Optional.of(parts[0]) : Optional.empty();
    }

    private static String json(List<ActionDetail> details) {
        try {
            return JsonSerialization.writeValueAsString(
                    details.stream().map(ActionDetail::told).toList());
        } catch (IOException e) {
            throw new IllegalStateException("Details cannot be written as JSON although they were read from it", e);
        }
    }

    private static String digest(String parameter) {
        return HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, parameter.getBytes(UTF_8)));
    }
}
