package dev.contactcenter.kit.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The mode that one client of a session is in: the one of its latest sign-in that was permitted one. Tokens of another mode, or of the
 * same one from before it was last left, are over (ADR 0033).
 *
 * @param since when the client came into it, in whole seconds, as tokens tell their own time
 */
public record CurrentMode(String mode, Instant since) {

    private static final String NOTE = "contact-center.session.mode";

    public CurrentMode {
        since = Instant.ofEpochSecond(since.getEpochSecond());
    }

    /** That of a client of an established session; nothing if it never had one. */
    public static Optional<CurrentMode> of(@Nullable AuthenticatedClientSessionModel client) {
        return Optional.ofNullable(client).map(one -> one.getNote(NOTE)).map(CurrentMode::parse);
    }

    /** The same when the client is permitted a mode: in the one that it is in already, it simply goes on. */
    public static CurrentMode next(Optional<CurrentMode> before, String mode, Instant now) {
        return before.filter(known -> known.mode.equals(mode)).orElseGet(() -> new CurrentMode(mode, now));
    }

    private static CurrentMode parse(String note) {
        int space = note.indexOf(' ');
        return new CurrentMode(
                note.substring(space + 1), Instant.ofEpochSecond(Long.parseLong(note.substring(0, space))));
    }

    /** Lets the session that a login leads to know it: Keycloak passes a login's notes on to the client's session. */
    public void put(AuthenticationSessionModel login) {
        login.setClientNote(NOTE, note());
    }

    /** Lets an established session know it, at once. */
    public void put(AuthenticatedClientSessionModel client) {
        client.setNote(NOTE, note());
    }

    private String note() {
        return since.getEpochSecond() + " " + mode;
    }

    /** Whether a token of these modes was given in it. */
    boolean covers(Set<String> modes, JsonWebToken token) {
        // Keycloak's own measure, which lets the clocks of two servers differ by a second.
        return modes.equals(Set.of(mode)) && !token.isIssuedBeforeSessionStart(since.getEpochSecond());
    }
}
