package dev.contactcenter.endpoints.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.endpoints.events.SecurityEvent.AssuranceLevelChange;
import dev.contactcenter.endpoints.events.SecurityEvent.AssuranceLevelChange.Direction;
import dev.contactcenter.endpoints.events.SecurityEvent.CredentialChange;
import dev.contactcenter.endpoints.events.SecurityEvent.DeviceComplianceChange;
import dev.contactcenter.endpoints.events.SecurityEvent.DeviceComplianceChange.Compliance;
import dev.contactcenter.endpoints.events.SecurityEvent.RiskLevelChange;
import dev.contactcenter.endpoints.events.SecurityEvent.RiskLevelChange.Principal;
import dev.contactcenter.kit.risk.RiskLevel;
import java.util.Optional;

/** Reads one event of the claim {@code events}. Members that are not known are ignored (SSF 1.0 §4.2.3). */
final class EventBody {

    private static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    private static final String SSF = "https://schemas.openid.net/secevent/ssf/event-type/";
    private static final int LONGEST = 255;

    private EventBody() {}

    /** Nothing if it breaks the rules of its type. */
    static Optional<SecurityEvent> read(String uri, JsonNode body, SubjectId subject) {
        return switch (uri) {
            case CAEP + "session-revoked" -> Optional.of(new SecurityEvent.SessionRevoked());
            case CAEP + "token-claims-change" ->
                body.path("claims").isObject() ? Optional.of(new SecurityEvent.TokenClaimsChange()) : Optional.empty();
            case CAEP + "credential-change" -> credential(body);
            case CAEP + "assurance-level-change" -> assurance(body);
            case CAEP + "device-compliance-change" -> compliance(body);
            case CAEP + "risk-level-change" -> risk(body);
            case SSF + "verification" -> verification(body, subject);
            case SSF + "stream-updated" -> updated(body);
            default -> Optional.of(new SecurityEvent.Unknown(uri));
        };
    }

    private static Optional<SecurityEvent> credential(JsonNode body) {
        return body.path("credential_type").asText().isEmpty()
                ? Optional.empty()
                : Claims.word(body.path("change_type"), CredentialChange.Change.class)
                        .map(CredentialChange::new);
    }

    private static Optional<SecurityEvent> assurance(JsonNode body) {
        if (body.path("namespace").asText().isEmpty()
                || body.path("current_level").asText().isEmpty()) {
            return Optional.empty();
        }
        return body.has("change_direction")
                ? Claims.word(body.path("change_direction"), Direction.class)
                        .filter(told -> told != Direction.UNTOLD)
                        .map(AssuranceLevelChange::new)
                : Optional.of(new AssuranceLevelChange(Direction.UNTOLD));
    }

    private static Optional<SecurityEvent> compliance(JsonNode body) {
        return Claims.word(body.path("previous_status"), Compliance.class)
                .flatMap(ignored -> Claims.word(body.path("current_status"), Compliance.class))
                .map(DeviceComplianceChange::new);
    }

    private static Optional<SecurityEvent> risk(JsonNode body) {
        return body.path("principal").asText().isEmpty()
                ? Optional.empty()
                : Claims.word(body.path("current_level"), RiskLevel.class)
                        .map(level -> new RiskLevelChange(
                                Claims.word(body.path("principal"), Principal.class)
                                        .orElse(Principal.OTHER),
                                level));
    }

    private static Optional<SecurityEvent> verification(JsonNode body, SubjectId subject) {
        String state = body.path("state").asText();
        return subject instanceof SubjectId.Opaque(String stream) && state.length() <= LONGEST
                ? Optional.of(new SecurityEvent.Verification(stream, state))
                : Optional.empty();
    }

    private static Optional<SecurityEvent> updated(JsonNode body) {
        String status = body.path("status").asText();
        return switch (status) {
            case "enabled", "paused", "disabled" -> Optional.of(new SecurityEvent.StreamUpdated(status));
            default -> Optional.empty();
        };
    }
}
