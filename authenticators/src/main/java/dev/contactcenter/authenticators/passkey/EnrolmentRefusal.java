package dev.contactcenter.authenticators.passkey;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Grounds;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Ruling;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Refuses to enrol what would stay on a device that several people use, with a page that says what can be enrolled there. */
final class EnrolmentRefusal {

    private static final String TEMPLATE = "contact-center-enrolment.ftl";
    private static final int CODE_LENGTH = 8;

    private EnrolmentRefusal() {}

    static void show(RequiredActionContext context, EnrolmentPlace place) {
        DecisionPoint point = place.point();
        Reason reason = Reason.PLATFORM_ENROLMENT_ON_SHARED_DEVICE;
        Ruling ruling = point.record(place.inquiry(), new Decision.Deny(reason, Grounds.none(point.revision())));
        // A copy, because the sign-in goes on and its event is still to come.
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .detail("contact_center_decision", ruling.id())
                .detail("contact_center_reason", reason.code())
                .error(Errors.ACCESS_DENIED);
        context.challenge(context.form()
                .setStatus(Response.Status.FORBIDDEN)
                .setAttribute("contactCenterReason", reason.code())
                .setAttribute("contactCenterCode", ruling.id().substring(0, CODE_LENGTH))
                .createForm(TEMPLATE));
    }
}
