package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;

@DisplayName("The mode of a client")
class CurrentModeTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00.700Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.200Z");

    private final CurrentMode supervisor = new CurrentMode("supervisor", MORNING);

    @Test
    void goes_on_when_it_is_permitted_again() {
        assertThat(CurrentMode.next(Optional.of(supervisor), "supervisor", NOON))
                .isEqualTo(supervisor);
    }

    @Test
    void begins_when_another_one_or_the_first_is_permitted() {
        assertThat(CurrentMode.next(Optional.of(supervisor), "agent", NOON)).isEqualTo(new CurrentMode("agent", NOON));
        assertThat(CurrentMode.next(Optional.empty(), "agent", NOON)).isEqualTo(new CurrentMode("agent", NOON));
    }

    @Test
    void is_that_of_tokens_that_were_given_in_it() {
        assertThat(supervisor.covers(Set.of("supervisor"), issued(MORNING))).isTrue();
        assertThat(supervisor.covers(Set.of("supervisor"), issued(NOON))).isTrue();
    }

    @Test
    void is_not_that_of_tokens_of_another_or_of_an_earlier_stay() {
        assertThat(supervisor.covers(Set.of("agent"), issued(NOON))).isFalse();
        assertThat(supervisor.covers(Set.of("agent", "supervisor"), issued(NOON)))
                .isFalse();
        assertThat(supervisor.covers(Set.of("supervisor"), issued(MORNING.minusSeconds(2))))
                .isFalse();
    }

    private static AccessToken issued(Instant at) {
        AccessToken token = new AccessToken();
        token.iat(at.getEpochSecond());
        return token;
    }
}
