package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.AGENT;
import static dev.contactcenter.engine.matcher.Floor.BOTH;
import static dev.contactcenter.engine.matcher.Floor.CONNECTOR;
import static dev.contactcenter.engine.matcher.Floor.OUTSIDER;
import static dev.contactcenter.engine.matcher.Floor.STRANGER;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.request.Subject;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The mode of a request")
class ModeTest {

    private static final String NO_MODE = "";

    @ParameterizedTest(name = "{0} asks for modes {2} and actions {3}: {4}")
    @MethodSource
    void is_one_or_none(String who, Subject subject, Set<String> modes, Set<String> actions, String mode) {
        Decision decision = Floor.decide(Floor.policy(), Floor.request(subject, modes, actions));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().modes()).isEqualTo(mode.isEmpty() ? Set.of() : Set.of(mode));
    }

    static Stream<Arguments> is_one_or_none() {
        return Stream.of(
                arguments("an agent", AGENT, Set.of("agent"), Set.of("view"), "agent"),
                arguments("an agent", AGENT, Set.of(), Set.of("view", "edit"), "agent"),
                arguments("an agent", AGENT, Set.of(), Set.of(), "agent"),
                arguments("who is both", BOTH, Set.of("supervisor"), Set.of("play"), "supervisor"),
                arguments("who is both", BOTH, Set.of("agent"), Set.of("edit"), "agent"),
                arguments("who is both", BOTH, Set.of(), Set.of(), NO_MODE),
                arguments("an outsider", OUTSIDER, Set.of(), Set.of(), NO_MODE),
                arguments("a service", CONNECTOR, Set.of(), Set.of("view"), NO_MODE),
                arguments("an unknown service", STRANGER, Set.of(), Set.of(), NO_MODE));
    }

    @ParameterizedTest(name = "{0} asks for modes {2} and actions {3}: {4}")
    @MethodSource
    void is_refused(String who, Subject subject, Set<String> modes, Set<String> actions, Reason reason) {
        Decision decision = Floor.decide(Floor.policy(), Floor.request(subject, modes, actions));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(reason));
        assertThat(decision.grounds().told().rules()).isEmpty();
    }

    static Stream<Arguments> is_refused() {
        return Stream.of(
                arguments("who is both", BOTH, Set.of("agent", "supervisor"), Set.of(), Reason.SEVERAL_MODES_REQUESTED),
                arguments("an agent", AGENT, Set.of("pilot"), Set.of(), Reason.MODE_UNKNOWN),
                arguments("an agent", AGENT, Set.of("supervisor"), Set.of(), Reason.MODE_NOT_ELIGIBLE),
                arguments("an outsider", OUTSIDER, Set.of("agent"), Set.of(), Reason.MODE_NOT_ELIGIBLE),
                arguments("an outsider", OUTSIDER, Set.of(), Set.of("view"), Reason.MODE_NOT_ELIGIBLE),
                arguments("a service", CONNECTOR, Set.of("agent"), Set.of("view"), Reason.MODE_NOT_ELIGIBLE),
                arguments("who is both", BOTH, Set.of(), Set.of("view"), Reason.MODE_NOT_CHOSEN),
                arguments("an agent", AGENT, Set.of("agent"), Set.of("play"), Reason.ACTION_NOT_GRANTED),
                arguments("an agent", AGENT, Set.of(), Set.of("edit", "play"), Reason.ACTION_NOT_GRANTED),
                arguments("who is both", BOTH, Set.of("agent"), Set.of("play"), Reason.ACTION_NOT_GRANTED),
                arguments("a service", CONNECTOR, Set.of(), Set.of("edit"), Reason.ACTION_NOT_GRANTED),
                arguments("an unknown service", STRANGER, Set.of(), Set.of("view"), Reason.ACTION_NOT_GRANTED),
                arguments("an agent", AGENT, Set.of(), Set.of("view", "fly"), Reason.ACTION_UNKNOWN),
                arguments("a service", CONNECTOR, Set.of(), Set.of("fly"), Reason.ACTION_UNKNOWN));
    }

    @Test
    void can_be_any_that_the_subject_is_eligible_for() {
        assertThat(eligible(SUPERVISOR)).containsExactly("supervisor");
        assertThat(eligible(BOTH)).containsExactlyInAnyOrder("agent", "supervisor");
        assertThat(eligible(OUTSIDER)).isEmpty();
        assertThat(eligible(CONNECTOR)).isEmpty();
    }

    private static Set<String> eligible(Subject subject) {
        return Decider.of(Floor.policy()).eligibleModes(Floor.request(subject, Set.of("pilot"), Set.of("view")));
    }

    @Test
    void stays_with_the_grounds_of_a_denial_about_an_action() {
        Decision decision = Floor.decide(Floor.policy(), Floor.request(AGENT, Set.of(), Set.of("play")));

        assertThat(decision.grounds().told().modes()).containsExactly("agent");
        assertThat(decision.grounds().told().revision()).isEqualTo("r1");
    }
}
