package dev.contactcenter.authenticators.access;

import dev.contactcenter.authenticators.handover.TapIn;
import dev.contactcenter.authenticators.refusal.RefusalPage;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.WouldBe;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.GrantEvent;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.decision.RevokedDevice;
import dev.contactcenter.kit.decision.Ruling;
import dev.contactcenter.kit.decision.StepUpMeters;
import dev.contactcenter.kit.decision.StepUpOfLogin;
import dev.contactcenter.kit.details.DetailCheck;
import dev.contactcenter.kit.details.LoginDetails;
import dev.contactcenter.kit.device.DeviceClasses;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.OwnAddress;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.language.Approval;
import dev.contactcenter.language.Justification;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Decides, once the person and what they proved are known, whether what the application asks for is granted. It stands
 * last, is always executed, and only here a login is refused by the policy.
 */
final class AccessDecisionAuthenticator implements StepWithoutForm {

    private static final Logger LOG = Logger.getLogger(AccessDecisionAuthenticator.class);
    private static final String STARTED_OVER = "contact-center.started-over";

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        DecisionPoint point = DecisionPoint.of(context.getSession());
        if (point.policy() instanceof PolicyInForce.NotGoverned) {
            context.success();
        } else {
            LoginPerson.Known person = LoginPerson.known(context);
            decide(
                    context,
                    point,
                    LoginInquiry.of(context, point, person),
                    new ContinuedSession(context, point, person));
        }
    }

    private static void decide(
            AuthenticationFlowContext context, DecisionPoint point, Inquiry inquiry, ContinuedSession session) {
        DeviceClasses takenOver;
        try {
            takenOver = DecisionSettings.TAKEN_OVER_ON.from(settings(context));
        } catch (InvalidSettingException unusable) {
            refuse(context, unusable);
            return;
        }
        TapIn.mark(
                context.getAuthenticationSession(),
                SessionOfLogin.of(context.getSession(), context.getRealm(), context.getAuthenticationSession()),
                takenOver,
                DeviceClasses.of(inquiry.request().facts()));
        decideAbout(context, point, inquiry, session);
    }

    private static Map<String, String> settings(AuthenticationFlowContext context) {
        AuthenticatorConfigModel stored = context.getAuthenticatorConfig();
        return stored == null || stored.getConfig() == null ? Map.of() : stored.getConfig();
    }

    private static void refuse(AuthenticationFlowContext context, InvalidSettingException unusable) {
        LOG.errorf("A sign-in was refused in realm %s: %s", context.getRealm().getName(), unusable.getMessage());
        context.getEvent().detail("contact_center_reason", "invalid_setting").error(Errors.INVALID_CONFIG);
        context.failure(
                AuthenticationFlowError.INTERNAL_ERROR,
                context.form().setError(Messages.INTERNAL_SERVER_ERROR).createErrorPage(Status.INTERNAL_SERVER_ERROR));
    }

    private static void decideAbout(
            AuthenticationFlowContext context, DecisionPoint point, Inquiry inquiry, ContinuedSession session) {
        Optional<Decision> revoked = RevokedDevice.denial(context.getSession(), point, inquiry);
        if (revoked.isEmpty() && inquiry.isEmpty()) {
            if (!session.endsAtPermit(new Decision.Permit(Obligations.NONE, Grounds.none(point.revision())))) {
                succeed(context);
            }
            return;
        }
        Decision decision = revoked.orElseGet(() -> point.weigh(inquiry.request()));
        switch (decision) {
            case Decision.Permit permit -> {
                if (!session.endsAtPermit(permit)) {
                    permitIfJustified(context, point, inquiry, permit, session.modeSwitch());
                }
            }
            case Decision.Deny deny -> {
                AskedStepUp.of(context.getAuthenticationSession())
                        .ifPresent(ignored -> StepUpMeters.refused(context.getRealm()));
                RefusalPage.show(context, inquiry, point.record(inquiry, deny));
            }
            case Decision.StepUp stepUp -> startOverOrRefuse(context, point, inquiry, stepUp);
        }
    }

    private static void permitIfJustified(
            AuthenticationFlowContext context,
            DecisionPoint point,
            Inquiry inquiry,
            Decision.Permit permit,
            ModeSwitch modeSwitch) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        DetailCheck.Accepted asked = LoginDetails.asked(login, point.policy());
        Optional<Reason> unasked = unasked(login, asked);
        if (unasked.isPresent()) {
            LOG.errorf(
                    "The login flow of realm %s has no step in which a person says why and waits for an approval,"
                            + " which the policy wants for %s: put the step contact-center-justification before the access"
                            + " decision",
                    context.getRealm().getName(), inquiry.request().actions());
            refuse(context, point, inquiry, permit, unasked.get());
            return;
        }
        switch (ApprovalGiven.of(context, point, asked)) {
            case ApprovalGiven.Refused(Reason reason) -> refuse(context, point, inquiry, permit, reason);
            case ApprovalGiven.Done(Map<String, String> told) -> {
                Map<String, String> about = new HashMap<>(inquiry.about());
                about.putAll(told);
                Ruling ruling = point.record(inquiry.telling(about), permit);
                tellEvent(context, inquiry, ruling, point.now());
                permit(context, ruling, modeSwitch);
                LoginDetails.permitted(login, asked, ruling.id());
            }
        }
    }

    /** What the policy wants to be asked, and no step of the login did. */
    private static Optional<Reason> unasked(AuthenticationSessionModel login, DetailCheck.Accepted asked) {
        if (asked.justification() instanceof Justification.Asked
                && LoginDetails.justification(login).isEmpty()) {
            return Optional.of(Reason.JUSTIFICATION_MISSING);
        }
        return asked.approval() instanceof Approval.Asked
                        && LoginDetails.approver(login).isEmpty()
                ? Optional.of(Reason.APPROVAL_MISSING)
                : Optional.empty();
    }

    private static void refuse(
            AuthenticationFlowContext context,
            DecisionPoint point,
            Inquiry inquiry,
            Decision.Permit permit,
            Reason reason) {
        RefusalPage.show(context, inquiry, point.record(inquiry, new Decision.Deny(reason, permit.grounds())));
    }

    private static void permit(AuthenticationFlowContext context, Ruling ruling, ModeSwitch modeSwitch) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Grounds.Told grounds = ruling.decision().grounds().told();
        if (grounds.wouldBe().stream().noneMatch(WouldBe::isOfWholePolicy)) {
            grounds.modes().forEach(mode -> {
                LoginScope.addMode(login, mode);
                modeSwitch.to(mode, ruling);
            });
        }
        succeed(context);
    }

    /** Whoever reads Keycloak's own events finds the decision, and what it took. */
    private static void tellEvent(AuthenticationFlowContext context, Inquiry inquiry, Ruling ruling, Instant now) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<AskedStepUp> asked = AskedStepUp.of(login);
        Optional<String> stepUp = asked.map(AskedStepUp::decision);
        GrantEvent.tell(context.getEvent(), ruling, inquiry.request().actions(), stepUp);
        GrantEvent.keepFor(login, context.getEvent());
        StepUpOfLogin.keep(login, stepUp);
        asked.ifPresent(one -> one.proven(context.getRealm(), now));
    }

    private static void succeed(AuthenticationFlowContext context) {
        LoginDetails.none(context.getAuthenticationSession());
        OwnAddress.remember(
                context.getAuthenticationSession(), context.getConnection().getRemoteHost());
        context.success();
    }

    /** A proof may grow stale between the first step and this one: once, the login starts over to ask for it. */
    private static void startOverOrRefuse(
            AuthenticationFlowContext context, DecisionPoint point, Inquiry inquiry, Decision.StepUp stepUp) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (login.getClientNote(STARTED_OVER) == null) {
            login.setClientNote(STARTED_OVER, "true");
            context.resetFlow();
            return;
        }
        login.removeClientNote(STARTED_OVER);
        LOG.errorf(
                "The login flow of realm %s cannot reach '%s' within %s, which the policy demands for %s: it needs a"
                        + " step for that level, and the step's Max Age must not be longer",
                context.getRealm().getName(),
                stepUp.demand().acr(),
                stepUp.demand().maxAge(),
                inquiry.request().actions());
        RefusalPage.show(
                context,
                inquiry,
                point.record(inquiry, new Decision.Deny(Reason.ASSURANCE_UNREACHABLE, stepUp.grounds())));
    }

    /** The refusal page has one button: back to the application, which learns it as {@code access_denied}. */
    @Override
    public void action(AuthenticationFlowContext context) {
        context.cancelLogin();
    }
}
