package dev.contactcenter.authenticators.modechoice;

import dev.contactcenter.authenticators.access.SessionOfLogin;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.decision.Inquiry;
import dev.contactcenter.kit.session.CurrentMode;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page on which the person chooses. */
final class ModePage {

    /** What the page sends. */
    static final String FIELD = "mode";

    private static final String TEMPLATE = "contact-center-mode.ftl";

    private ModePage() {}

    static Response of(AuthenticationFlowContext context, DecisionPoint point, Inquiry inquiry, Set<String> possible) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<String> current = SessionOfLogin.of(context.getSession(), context.getRealm(), login)
                .map(session -> session.getAuthenticatedClientSessionByClient(
                        login.getClient().getId()))
                .flatMap(CurrentMode::of)
                .map(CurrentMode::mode);
        return context.form()
                .setAttribute(
                        "contactCenterModes",
                        possible.stream()
                                .map(mode -> Map.of(
                                        "name",
                                        mode,
                                        "stepUp",
                                        asksForMore(point, inquiry.request().in(Set.of(mode))),
                                        "current",
                                        current.filter(mode::equals).isPresent()))
                                .toList())
                .setAttribute(
                        "contactCenterAction",
                        String.join(" ", new TreeSet<>(inquiry.request().actions())))
                .createForm(TEMPLATE);
    }

    private static boolean asksForMore(DecisionPoint point, AccessRequest request) {
        return point.weigh(request) instanceof Decision.StepUp;
    }
}
