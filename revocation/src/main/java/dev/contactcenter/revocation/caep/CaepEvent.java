package dev.contactcenter.revocation.caep;

import dev.contactcenter.kit.caep.Change;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change as an event of CAEP 1.0.
 *
 * @param type its URI
 * @param members what it tells
 */
record CaepEvent(String type, Map<String, Object> members) {

    private static final String TYPES = "https://schemas.openid.net/secevent/caep/event-type/";

    /** Levels are named as the {@code acr} claim of this issuer's tokens names them. */
    private static final String NAMESPACE = "acr";

    static CaepEvent of(Change change, Instant now) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("event_timestamp", now.getEpochSecond());
        members.put("initiating_entity", change.by().word());
        return new CaepEvent(TYPES + type(change, members), members);
    }

    private static String type(Change change, Map<String, Object> members) {
        return switch (change) {
            case Change.AssuranceLevel level -> {
                members.put("namespace", NAMESPACE);
                members.put("current_level", level.current());
                members.put("previous_level", level.previous());
                members.put("change_direction", word(level.direction()));
                yield "assurance-level-change";
            }
            case Change.DeviceCompliance compliance -> {
                members.put("previous_status", word(compliance.previous()));
                members.put("current_status", word(compliance.current()));
                yield "device-compliance-change";
            }
            case Change.TokenClaims claims -> {
                members.put("claims", claims.claims());
                yield "token-claims-change";
            }
        };
    }

    private static String word(Change.Direction direction) {
        return switch (direction) {
            case INCREASE -> "increase";
            case DECREASE -> "decrease";
        };
    }

    private static String word(Change.Status status) {
        return switch (status) {
            case COMPLIANT -> "compliant";
            case NOT_COMPLIANT -> "not-compliant";
        };
    }
}
