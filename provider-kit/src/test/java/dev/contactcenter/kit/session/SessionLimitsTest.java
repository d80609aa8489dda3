package dev.contactcenter.kit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.signal.Notes;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserSessionModel;

@DisplayName("The limits of a session")
class SessionLimitsTest {

    private static final Instant STARTED = Instant.parse("2026-11-27T09:00:00Z");

    private final List<String> written = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>();

    @Test
    void are_none_where_nothing_is_remembered() {
        assertThat(SessionLimits.of(new Notes.None())).isEqualTo(SessionLimits.NONE);
        assertThat(SessionLimits.NONE.standing(STARTED, () -> Instant.MIN, Instant.MAX.minusSeconds(1)))
                .isEqualTo(new SessionStanding.GoesOn());
    }

    @ParameterizedTest(name = "sessionMax {0} and {1}, sessionIdle {2} and {3}")
    @CsvSource({
        "PT1H, PT2H, PT5M, PT10M",
        "PT2H, PT1H, PT10M, PT5M",
        "PT1H,     , PT5M,      ",
        "    , PT1H,     , PT5M"
    })
    void are_the_strictest_of_all_permits_in_whatever_order(
            @Nullable String max, @Nullable String otherMax, @Nullable String idle, @Nullable String otherIdle) {
        SessionLimits both =
                SessionLimits.NONE.and(permit(max, idle), STARTED).and(permit(otherMax, otherIdle), STARTED);

        assertThat(both)
                .isEqualTo(new SessionLimits(STARTED.plus(Duration.ofHours(1)), Bound.atMost(Duration.ofMinutes(5))));
    }

    @Test
    void are_remembered_and_written_only_when_they_change() {
        SessionLimits limits = SessionLimits.NONE.and(permit("PT1H", "PT5M"), STARTED);

        limits.put(session());
        limits.and(permit("PT2H", null), STARTED).put(session());
        SessionLimits.of(session()).put(session());

        assertThat(SessionLimits.of(session())).isEqualTo(limits);
        assertThat(written).containsExactly("end=1795773600 idle=300");
    }

    @Test
    void may_be_one_alone() {
        SessionLimits.NONE.and(permit(null, "PT5M"), STARTED).put(session());

        assertThat(written).containsExactly("end=none idle=300");
        assertThat(SessionLimits.of(session()).end()).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "end=", "end=-1 idle=none", "end=none idle=none ", "{}", "end=99999999999999999999 idle=1"})
    void that_cannot_be_read_have_passed(String note) {
        kept.put("contact-center.session.limits", note);

        assertThat(SessionLimits.of(session()).standing(STARTED, () -> STARTED, STARTED))
                .isInstanceOf(SessionStanding.Over.class);
    }

    @ParameterizedTest(name = "begun at 9, used at {0}, asked at {1}: {2}")
    @CsvSource({
        "2026-11-27T09:50:00Z, 2026-11-27T09:54:59Z,",
        "2026-11-27T09:50:00Z, 2026-11-27T09:55:00Z, session_idle_reached",
        "2026-11-27T09:58:00Z, 2026-11-27T09:59:59Z,",
        "2026-11-27T09:59:59Z, 2026-11-27T10:00:00Z, session_max_reached",
        "2026-11-27T09:00:00Z, 2026-11-27T11:00:00Z, session_max_reached"
    })
    void pass_at_the_second(Instant active, Instant now, @Nullable String reason) {
        SessionLimits limits = SessionLimits.NONE.and(permit("PT1H", "PT5M"), STARTED);

        SessionStanding standing = limits.standing(STARTED, () -> active, now);

        assertThat(standing)
                .isEqualTo(
                        reason == null
                                ? new SessionStanding.GoesOn()
                                : new SessionStanding.Over(
                                        new Reason(reason),
                                        reason.contains("max") ? Duration.ofHours(1) : Duration.ofMinutes(5)));
    }

    @Test
    void let_a_token_live_until_the_nearer_of_the_two() {
        SessionLimits limits = SessionLimits.NONE.and(permit("PT1H", "PT5M"), STARTED);

        assertThat(limits.until(STARTED)).isEqualTo(STARTED.plus(Duration.ofMinutes(5)));
        assertThat(limits.until(STARTED.plus(Duration.ofMinutes(58)))).isEqualTo(STARTED.plus(Duration.ofHours(1)));
        assertThat(SessionLimits.NONE.until(STARTED)).isEqualTo(Instant.MAX);
    }

    /** A session of which nothing is known but its notes. */
    private Notes session() {
        return new Notes.OfSession((UserSessionModel) Proxy.newProxyInstance(
                UserSessionModel.class.getClassLoader(),
                new Class<?>[] {UserSessionModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getNote" -> kept.get((String) arguments[0]);
                    case "setNote" -> {
                        written.add((String) arguments[1]);
                        yield kept.put((String) arguments[0], (String) arguments[1]);
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static Obligations permit(@Nullable String max, @Nullable String idle) {
        return new Obligations(Bound.none(), bound(idle), bound(max), Bound.none(), Set.of(), new Rate.Unlimited());
    }

    private static Bound bound(@Nullable String text) {
        return text == null ? Bound.none() : Bound.atMost(Duration.parse(text));
    }
}
