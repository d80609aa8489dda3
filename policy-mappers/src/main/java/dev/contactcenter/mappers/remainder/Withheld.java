package dev.contactcenter.mappers.remainder;

import dev.contactcenter.engine.decision.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;

/**
 * The actions that a token does not carry although its session once had them, and why: an application reads there what to switch off,
 * and what would bring it back.
 *
 * @param reasons action to reason code
 */
public record Withheld(Map<String, String> reasons) {

    /** Nothing. */
    public static final Withheld NOTHING = new Withheld(Map.of());

    /** In place of a reason code, where proving more would bring the action back. */
    static final String STEP_UP_REQUIRED = "step_up_required";

    private static final String ATTRIBUTE = "contact-center.withheld";

    public Withheld {
        reasons = Map.copyOf(reasons);
    }

    /** What a remainder withholds. */
    static Withheld of(Map<String, Decision> decisions) {
        Map<String, String> reasons = new TreeMap<>();
        decisions.forEach((action, decision) -> reasons.put(action, reason(decision)));
        return new Withheld(reasons);
    }

    /** The reason code of a decision that is no permit. */
    public static String reason(Decision decision) {
        return switch (decision) {
            case Decision.StepUp ignored -> STEP_UP_REQUIRED;
            case Decision.Deny deny -> deny.reason().code();
            case Decision.Permit ignored ->
                throw new IllegalStateException("A permit has no reason, because it refuses nothing");
        };
    }

    /** Of the token that the current request makes. */
    public static Withheld of(KeycloakSession session) {
        Withheld known = session.getAttribute(ATTRIBUTE, Withheld.class);
        return known == null ? NOTHING : known;
    }

    /** Keeps it for the mappers of the token that is made next. */
    public void keep(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** As a member of the claim: objects of {@code action} and {@code reason}, by action. */
    public List<Map<String, String>> told() {
        return new TreeMap<>(reasons)
                .entrySet().stream()
                        .map(one -> Map.of("action", one.getKey(), "reason", one.getValue()))
                        .toList();
    }
}
