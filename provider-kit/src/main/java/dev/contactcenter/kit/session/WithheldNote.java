package dev.contactcenter.kit.session;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;

/**
 * What was withheld from a client of a session at its latest refresh: the refresh token still carries it, but the client did not have
 * it any more.
 */
public final class WithheldNote {

    private static final String NOTE = "contact-center.session.withheld";

    private WithheldNote() {}

    /** All that is withheld from a client now. */
    public static Set<String> of(AuthenticatedClientSessionModel client) {
        Set<String> withheld = new TreeSet<>(
                Set.of(Objects.requireNonNullElse(client.getNote(NOTE), "").split(" ")));
        withheld.remove("");
        return withheld;
    }

    /** Of these actions, those that the client had until now. */
    public static Set<String> without(UserSessionModel session, ClientModel client, Set<String> actions) {
        AuthenticatedClientSessionModel of = session.getAuthenticatedClientSessionByClient(client.getId());
        String noted = of == null ? null : of.getNote(NOTE);
        if (noted == null) {
            return actions;
        }
        Set<String> had = new TreeSet<>(actions);
        had.removeAll(Set.of(noted.split(" ")));
        return had;
    }

    /**
     * Remembers what is withheld from now on. Written only if that changed.
     *
     * @param asked what was decided about; of all else, what was known stays
     */
    public static void put(
            UserSessionModel session, ClientModel client, Set<String> asked, Collection<String> withheld) {
        AuthenticatedClientSessionModel of = session.getAuthenticatedClientSessionByClient(client.getId());
        if (of == null) {
            return;
        }
        String before = Objects.requireNonNullElse(of.getNote(NOTE), "");
        Set<String> now = new TreeSet<>(Set.of(before.split(" ")));
        now.remove("");
        now.removeAll(asked);
        now.addAll(withheld);
        String note = String.join(" ", now);
        if (note.equals(before)) {
            return;
        }
        if (note.isEmpty()) {
            of.removeNote(NOTE);
        } else {
            of.setNote(NOTE, note);
        }
    }
}
