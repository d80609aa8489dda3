package dev.contactcenter.mappers.lastline;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.GraceNote;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.kit.session.WithheldNote;
import dev.contactcenter.kit.signal.Asker;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Gathers from an established session what there is to decide about. */
public final class SessionInquiry {

    private SessionInquiry() {}

    /** The inquiry of this session and client for what is asked for. */
    public static Inquiry of(
            KeycloakSession session,
            DecisionPoint point,
            Hook hook,
            UserSessionModel userSession,
            ClientModel client,
            RequestedAccess requested) {
        EstablishedSession about = EstablishedSession.of(session, point, userSession, client);
        Inquiry inquiry = new Inquiry(
                hook,
                new AccessRequest(
                        about.subject(),
                        requested.modes(),
                        requested.actions(),
                        about.assurance(),
                        about.known().facts()),
                about.actor(),
                about.passkey(),
                about.browser(),
                about.known().traces());
        return goesOn(session, point) ? continuing(inquiry, userSession, client) : inquiry;
    }

    /** When a session proved what, as its inquiries have it. */
    public static ProvenLevels proven(
            KeycloakSession session, DecisionPoint point, UserSessionModel userSession, ClientModel client) {
        return EstablishedSession.of(session, point, userSession, client).proven();
    }

    /** Who shows a token, or refreshes it, asks for nothing anew. */
    private static boolean goesOn(KeycloakSession session, DecisionPoint point) {
        return point.asker() == Asker.ANOTHER
                || OAuth2Constants.REFRESH_TOKEN.equals(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(OAuth2Constants.GRANT_TYPE));
    }

    private static Inquiry continuing(Inquiry inquiry, UserSessionModel userSession, ClientModel client) {
        AccessRequest request = inquiry.request();
        Set<String> had = WithheldNote.without(userSession, client, request.actions());
        return inquiry.with(request.continuing(GraceNote.continuity(userSession, had, request.facts())));
    }
}
