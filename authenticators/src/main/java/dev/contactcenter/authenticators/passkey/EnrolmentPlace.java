package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.authenticators.access.SessionOfLogin;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.device.DeviceClasses;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.kit.session.Actors;
import dev.contactcenter.kit.session.AskingClient;
import dev.contactcenter.kit.session.BrowserFacts;
import dev.contactcenter.kit.session.PasskeyFacts;
import dev.contactcenter.kit.session.ProvenLevels;
import dev.contactcenter.kit.session.Restriction;
import dev.contactcenter.kit.session.SessionFacts;
import dev.contactcenter.kit.session.Subjects;
import dev.contactcenter.kit.signal.Notes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Where a passkey is registered: in which session, on which device. */
record EnrolmentPlace(RequiredActionContext context, DecisionPoint point, Notes.OfLogin notes, SessionFacts session) {

    static EnrolmentPlace of(RequiredActionContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<UserSessionModel> continued = SessionOfLogin.of(context.getSession(), context.getRealm(), login);
        var notes = new Notes.OfLogin(login, continued);
        return new EnrolmentPlace(
                context,
                point,
                notes,
                new SessionFacts(
                        continued
                                .map(UserSessionModel::getId)
                                .orElse(login.getParentSession().getId()),
                        context.getUser().getId(),
                        notes,
                        continued
                                .map(session -> Instant.ofEpochSecond(session.getStarted()))
                                .orElse(point.now()),
                        false,
                        continued.map(Restriction::of).orElse(Restriction.NONE),
                        "",
                        PasskeyFacts.told(notes.read(PasskeyFacts.NOTE).orElse(null))));
    }

    /** Whether what is enrolled here must leave with its person. Where no source tells of devices, nobody asked for that. */
    boolean takesOnlyWhatRoams() {
        return !(point.policy() instanceof PolicyInForce.NotGoverned)
                && point.asks(Signal.DEVICE, session)
                && EnrolmentSettings.NO_PLATFORM_ON.from(settings()).meets(DeviceClasses.of(known().facts()));
    }

    private Map<String, String> settings() {
        RequiredActionConfigModel stored = context.getConfig();
        return stored == null || stored.getConfig() == null ? Map.of() : new HashMap<>(stored.getConfig());
    }

    private DecisionPoint.Known known() {
        return point.facts(AskingClient.of(client()), session);
    }

    private ClientModel client() {
        return context.getAuthenticationSession().getClient();
    }

    /** What there is to record about it. */
    Inquiry inquiry() {
        DecisionPoint.Known known = known();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new Inquiry(
                Hook.ENROLMENT,
                new AccessRequest(
                        Subjects.of(context.getRealm(), context.getUser()),
                        Set.of(),
                        Set.of(),
                        point.assurance(ProvenLevels.of(login)),
                        known.facts()),
                Actors.of(context.getSession(), context.getUser(), session.id(), client().getClientId()),
                session.passkey(),
                BrowserFacts.told(notes.read(BrowserFacts.NOTE).orElse(null)),
                known.traces());
    }
}
