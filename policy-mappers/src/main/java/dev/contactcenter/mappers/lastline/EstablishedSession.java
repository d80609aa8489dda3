package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Subject;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.session.Actors;
import dev.contactcenter.kit.session.AskingClient;
import dev.contactcenter.kit.session.BrowserFacts;
import dev.contactcenter.kit.session.OwnAddress;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.SessionFacts;
import dev.contactcenter.kit.signal.Asker;
import dev.contactcenter.kit.signal.Sender;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * What there is to know of a session and one of its clients, whatever is asked for. A request finds it out once, however many of its
 * hooks decide: so they all decide about the same.
 *
 * @param passkey facts of the passkey used last; empty if none was
 * @param browser what the browser said of itself at sign-in; empty if it said nothing
 */
record EstablishedSession(
        Subject subject,
        ProvenLevels proven,
        Assurance assurance,
        DecisionPoint.Known known,
        DecisionRecord.Actor actor,
        Map<String, String> passkey,
        Map<String, String> browser) {

    private static final String FOUND = "contact-center.established-sessions";

    EstablishedSession {
        passkey = Map.copyOf(passkey);
        browser = Map.copyOf(browser);
    }

    /** A copy that Keycloak makes for an exchange has the id of the session that it is of. */
    private record Key(
            DecisionPoint point,
            String session,
            boolean offline,
            UserSessionModel.SessionPersistenceState state,
            String client,
            Asker asker) {}

    /** What the current request found out. */
    private record Found(Map<Key, EstablishedSession> sessions) {

        static Found of(KeycloakSession session) {
            Found known = session.getAttribute(FOUND, Found.class);
            if (known == null) {
                known = new Found(new HashMap<>());
                session.setAttribute(FOUND, known);
            }
            return known;
        }
    }

    /** That of this session and client. Where the person sends the request, it is their latest address. */
    static EstablishedSession of(
            KeycloakSession session, DecisionPoint point, UserSessionModel userSession, ClientModel client) {
        var key = new Key(
                point,
                userSession.getId(),
                userSession.isOffline(),
                userSession.getPersistenceState(),
                client.getId(),
                point.asker());
        Map<Key, EstablishedSession> found = Found.of(session).sessions();
        EstablishedSession known = found.get(key);
        if (known == null) {
            known = find(session, point, userSession, client);
            found.put(key, known);
        }
        return known;
    }

    private static EstablishedSession find(
            KeycloakSession session, DecisionPoint point, UserSessionModel userSession, ClientModel client) {
        SessionFacts facts = SessionFacts.of(userSession, client);
        if (point.asker() == Asker.PERSON && point.sender(facts) == Sender.PERSON) {
            OwnAddress.remember(
                    userSession, client, session.getContext().getConnection().getRemoteHost());
        }
        DecisionPoint.Known known = point.facts(AskingClient.of(client), facts);
        ProvenLevels proven = ProvenLevels.of(userSession);
        return new EstablishedSession(
                point.subject(userSession.getUser()),
                proven,
                point.assurance(proven),
                known,
                Actors.of(userSession, client, known.address()),
                facts.passkey(),
                BrowserFacts.told(userSession));
    }
}
