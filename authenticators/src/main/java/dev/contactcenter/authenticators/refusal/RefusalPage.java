package dev.contactcenter.authenticators.refusal;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.decision.Ruling;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Refuses a login with a page that says why and gives a code to quote. */
public final class RefusalPage {

    private static final String TEMPLATE = "contact-center-denied.ftl";
    private static final String ABOUT_THE_DEVICE = "device_";
    private static final int CODE_LENGTH = 8;

    private RefusalPage() {}

    /**
     * Shows the page of a denial. One event, and none for the brute-force protector: a policy's refusal is no wrong
     * password and must not lock anybody out (ADR 0005).
     */
    public static void show(AuthenticationFlowContext context, Inquiry inquiry, Ruling ruling) {
        String reason = switch (ruling.decision()) {
            case Decision.Deny deny -> deny.reason().code();
            case Decision.Permit ignored -> throw notARefusal();
            case Decision.StepUp ignored -> throw notARefusal();
        };
        tell(context, ruling, reason);
        context.forceChallenge(context.form()
                .setStatus(Response.Status.FORBIDDEN)
                .setAttribute("contactCenterReason", reason)
                .setAttribute(
                        "contactCenterAction",
                        String.join(
                                " ",
                                inquiry.request().actions().stream().sorted().toList()))
                .setAttribute(
                        "contactCenterMode",
                        String.join(
                                " ", inquiry.request().modes().stream().sorted().toList()))
                .setAttribute("contactCenterDevice", device(context, inquiry, ruling, reason))
                .setAttribute("contactCenterSignOutUrl", signOut(context))
                .setAttribute("contactCenterCode", ruling.id().substring(0, CODE_LENGTH))
                .createForm(TEMPLATE));
    }

    private static void tell(AuthenticationFlowContext context, Ruling ruling, String reason) {
        context.getEvent()
                .user(context.getUser())
                .detail("contact_center_decision", ruling.id())
                .detail(
                        "contact_center_policy",
                        ruling.decision().grounds().told().revision())
                .detail("contact_center_reason", reason)
                .error(Errors.ACCESS_DENIED);
    }

    /** What is the matter with the device, where that is the reason: policies name such reasons {@code device_...}. */
    private static Map<String, Object> device(
            AuthenticationFlowContext context, Inquiry inquiry, Ruling ruling, String reason) {
        if (!reason.startsWith(ABOUT_THE_DEVICE)) {
            return Map.of();
        }
        Facts facts = inquiry.request().facts();
        DeviceFindings findings =
                DeviceFindings.of(facts, ruling.decision().grounds().told());
        Locale language = context.getSession().getContext().resolveLocale(context.getUser());
        Map<String, Object> device = new HashMap<>(Map.of("findings", findings.names()));
        findings.since().ifPresent(since -> {
            device.put("since", Weekday.of(since, facts.now(), ZoneId.systemDefault(), language));
            device.put("at", since.truncatedTo(ChronoUnit.SECONDS).toString());
        });
        return device;
    }

    /** Keycloak's own sign-out page (OpenID Connect RP-Initiated Logout 1.0 §2), which asks before it ends the session. */
    private static String signOut(AuthenticationFlowContext context) {
        return OIDCLoginProtocolService.logoutUrl(context.getUriInfo())
                .queryParam(
                        "client_id",
                        context.getAuthenticationSession().getClient().getClientId())
                .build(context.getRealm().getName())
                .toString();
    }

    private static IllegalStateException notARefusal() {
        return new IllegalStateException("Only a denial has a refusal page, because only a denial has a reason");
    }
}
