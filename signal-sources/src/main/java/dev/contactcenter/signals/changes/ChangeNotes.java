package dev.contactcenter.signals.changes;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Notes down what a transaction changed, for the memories of all servers. */
public final class ChangeNotes {

    private static final String TO_NOTE = "contact-center.changes";

    private ChangeNotes() {}

    /**
     * Notes it as the last thing that the transaction writes: until it ends, every other that has something to note waits.
     *
     * @param all what was changed; nothing to note is none
     */
    public static void note(EntityManager entities, Collection<Changed> all) {
        if (all.isEmpty()) {
            return;
        }
        entities.flush();
        if (entities.createNamedQuery(ChangeCounterEntity.RAISE).executeUpdate() == 0) {
            // Somebody emptied the table: without its row no device could be told noncompliant any more.
            entities.persist(new ChangeCounterEntity());
            entities.flush();
            entities.createNamedQuery(ChangeCounterEntity.RAISE).executeUpdate();
        }
        long number =
                entities.createNamedQuery(ChangeCounterEntity.READ, Long.class).getSingleResult();
        int part = 0;
        for (String text : rows(all)) {
            var row = new ChangeEntity();
            row.change = number;
            row.part = part++;
            row.changed = text;
            row.changedAt = Time.currentTimeMillis();
            entities.persist(row);
        }
        entities.flush();
    }

    /**
     * The same where the transaction is that of a request which goes on to write other things, for so long that nobody should wait: it is
     * noted right before the commit, once for the request, and this server's memories know it right after.
     */
    public static void noteAtTheEnd(KeycloakSession session, Collection<Changed> all) {
        if (session.getAttribute(TO_NOTE) instanceof NotedAtTheEnd already) {
            already.add(all);
        } else {
            var first = new NotedAtTheEnd(session);
            first.add(all);
            session.setAttribute(TO_NOTE, first);
        }
    }

    private static List<String> rows(Collection<Changed> all) {
        List<String> rows = new ArrayList<>();
        var row = new StringBuilder();
        for (Changed one : all) {
            String text = one.text();
            if (row.length() + 1 + text.length() > ChangeEntity.LENGTH) {
                rows.add(row.toString());
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(text);
        }
        rows.add(row.toString());
        return rows;
    }
}
