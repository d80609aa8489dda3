package dev.contactcenter.endpoints.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.endpoints.events.SecurityEvent;
import dev.contactcenter.endpoints.events.SecurityEvent.AssuranceLevelChange.Direction;
import dev.contactcenter.endpoints.events.SecurityEvent.CredentialChange.Change;
import dev.contactcenter.endpoints.events.SecurityEvent.DeviceComplianceChange.Compliance;
import dev.contactcenter.endpoints.events.SecurityEvent.RiskLevelChange.Principal;
import dev.contactcenter.endpoints.streams.Reaction;
import dev.contactcenter.endpoints.streams.Reactions;
import dev.contactcenter.endpoints.subjects.Role;
import dev.contactcenter.kit.risk.RiskLevel;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What follows from an event")
final class PlanTest {

    private static final Reactions CONFIGURED = new Reactions(
            Reaction.END_SESSIONS,
            Reaction.DOWNSCOPE,
            Reaction.STEP_UP,
            Reaction.NOTE,
            Reaction.STEP_UP,
            Reaction.END_SESSIONS,
            Reaction.DOWNSCOPE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void is_what_the_stream_says_and_nothing_worse_for_good_news(SecurityEvent event, Reaction reaction, Role role) {
        Plan plan = Plan.of(event, CONFIGURED);

        assertThat(plan.reaction()).isEqualTo(reaction);
        assertThat(plan.role()).isEqualTo(role);
    }

    private static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(new SecurityEvent.SessionRevoked(), Reaction.END_SESSIONS, Role.SESSION_OR_USER),
                Arguments.of(new SecurityEvent.TokenClaimsChange(), Reaction.DOWNSCOPE, Role.SESSION_OR_USER),
                Arguments.of(new SecurityEvent.CredentialChange(Change.REVOKE), Reaction.STEP_UP, Role.USER),
                Arguments.of(new SecurityEvent.CredentialChange(Change.DELETE), Reaction.STEP_UP, Role.USER),
                Arguments.of(new SecurityEvent.CredentialChange(Change.CREATE), Reaction.NOTE, Role.USER),
                Arguments.of(new SecurityEvent.CredentialChange(Change.UPDATE), Reaction.NOTE, Role.USER),
                assurance(Direction.DECREASE, Reaction.STEP_UP),
                assurance(Direction.UNTOLD, Reaction.STEP_UP),
                assurance(Direction.INCREASE, Reaction.NOTE),
                compliance(Compliance.NOT_COMPLIANT, Reaction.END_SESSIONS),
                compliance(Compliance.COMPLIANT, Reaction.SIGNAL),
                risk(Principal.USER, RiskLevel.HIGH, Reaction.DOWNSCOPE, Role.USER),
                risk(Principal.SESSION, RiskLevel.MEDIUM, Reaction.SIGNAL, Role.SESSION),
                risk(Principal.DEVICE, RiskLevel.LOW, Reaction.SIGNAL, Role.DEVICE));
    }

    private static Arguments assurance(Direction direction, Reaction reaction) {
        return Arguments.of(new SecurityEvent.AssuranceLevelChange(direction), reaction, Role.SESSION_OR_USER);
    }

    private static Arguments compliance(Compliance now, Reaction reaction) {
        return Arguments.of(new SecurityEvent.DeviceComplianceChange(now), reaction, Role.DEVICE);
    }

    private static Arguments risk(Principal principal, RiskLevel level, Reaction reaction, Role role) {
        return Arguments.of(new SecurityEvent.RiskLevelChange(principal, level), reaction, role);
    }
}
