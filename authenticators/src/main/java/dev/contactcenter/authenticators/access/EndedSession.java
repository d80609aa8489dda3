package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.revocation.Ending;
import dev.contactcenter.kit.revocation.Revocations;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.util.TokenUtil;

/** Tells whoever has to sign in why: the session of their browser was ended. */
public final class EndedSession {

    private static final String NOTE = "contact-center.session-ended";
    private static final String MESSAGE = "contactCenterSessionEnded_";
    private static final int MINUTES_OF_AN_HOUR = 60;

    private EndedSession() {}

    /** Keeps the reason for the page, as Keycloak expires the cookie with its first answer. */
    static void remember(AuthenticationFlowContext context) {
        sid(context)
                .flatMap(sid -> ending(context, sid))
                .map(Ending::cause)
                .ifPresent(cause ->
                        context.getAuthenticationSession().setAuthNote(NOTE, cause.reason() + " " + cause.detail()));
    }

    private static Optional<Ending> ending(AuthenticationFlowContext context, String sid) {
        return Optional.ofNullable(context.getSession().getProvider(Revocations.class))
                .flatMap(revocations -> revocations.ending(context.getRealm(), sid));
    }

    /** The session of an identity cookie that Keycloak signed for this realm, whether or not it goes on. */
    private static Optional<String> sid(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
        String issuer = Urls.realmIssuer(
                context.getUriInfo().getBaseUri(), context.getRealm().getName());
        return Optional.ofNullable(session.tokens().decode(cookie, AccessToken.class))
                .filter(token -> TokenUtil.TOKEN_TYPE_KEYCLOAK_ID.equals(token.getType()))
                .filter(token -> issuer.equals(token.getIssuer()))
                .map(AccessToken::getSessionId);
    }

    /** Puts the reason on the page that is shown next, in words that the realm or the theme has for it. */
    public static void tell(AuthenticationFlowContext context) {
        String note = context.getAuthenticationSession().getAuthNote(NOTE);
        if (note == null) {
            return;
        }
        String[] cause = note.split(" ", 2);
        LoginFormsProvider form = context.form();
        long minutes = minutes(cause[1]);
        long number = isHours(minutes) ? minutes / MINUTES_OF_AN_HOUR : minutes;
        Stream.of(cause[0] + unit(minutes, number), cause[0], "other")
                .map(suffix -> MESSAGE + suffix)
                .filter(key -> !key.equals(form.getMessage(key)))
                .findFirst()
                .ifPresent(key -> form.setInfo(key, Long.toString(number)));
    }

    /** How long the session might have lasted or rested, rounded up; 0 if its end says nothing of that. */
    private static long minutes(String detail) {
        try {
            return Math.max(0, Duration.parse(detail).plusSeconds(59).toMinutes());
        } catch (DateTimeParseException none) {
            return 0;
        }
    }

    private static boolean isHours(long minutes) {
        return minutes % MINUTES_OF_AN_HOUR == 0;
    }

    private static String unit(long minutes, long number) {
        if (minutes == 0) {
            return "";
        }
        return (isHours(minutes) ? "_hour" : "_minute") + (number == 1 ? "" : "s");
    }
}
