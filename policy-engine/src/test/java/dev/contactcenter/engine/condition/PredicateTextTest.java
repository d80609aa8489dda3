package dev.contactcenter.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.condition.Predicate.ClockField;
import dev.contactcenter.engine.condition.Predicate.Order;
import dev.contactcenter.engine.condition.Predicate.Part;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A predicate")
class PredicateTextTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void reads_as_people_write_it(Predicate predicate, String text, String opposite) {
        assertThat(Predicates.text(predicate)).isEqualTo(text);
        assertThat(Predicates.text(predicate, true)).isEqualTo(opposite);
    }

    static Stream<Arguments> reads_as_people_write_it() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return Stream.of(
                arguments(
                        new Predicate.Is(Attribute.CLIENT_ID, "a\"b\\c\n"),
                        "client.id == \"a\\\"b\\\\c\\u000a\"",
                        "client.id != \"a\\\"b\\\\c\\u000a\""),
                arguments(
                        new Predicate.IsOneOf(Attribute.NETWORK_ZONE, Set.of("vpn", "home")),
                        "network.zone in [\"home\", \"vpn\"]",
                        "!(network.zone in [\"home\", \"vpn\"])"),
                arguments(
                        new Predicate.Has(Attribute.USER_GROUPS, "/pilot"),
                        "\"/pilot\" in user.groups",
                        "!(\"/pilot\" in user.groups)"),
                arguments(
                        new Predicate.Holds(Attribute.USER_ID, Part.START, "a"),
                        "user.id.startsWith(\"a\")",
                        "!user.id.startsWith(\"a\")"),
                arguments(
                        new Predicate.Holds(Attribute.USER_ID, Part.END, "a"),
                        "user.id.endsWith(\"a\")",
                        "!user.id.endsWith(\"a\")"),
                arguments(
                        new Predicate.Holds(Attribute.USER_ID, Part.ANYWHERE, "a"),
                        "user.id.contains(\"a\")",
                        "!user.id.contains(\"a\")"),
                arguments(new Predicate.IsTrue(Attribute.SESSION_OFFLINE), "session.offline", "!session.offline"),
                arguments(
                        new Predicate.NumberIs(Attribute.ACTION_TIER, Order.AT_MOST, 2),
                        "action.tier <= 2",
                        "action.tier > 2"),
                arguments(
                        new Predicate.DurationIs(Attribute.SESSION_AGE, Order.BELOW, Duration.ofMinutes(90)),
                        "session.age < duration(\"1h30m\")",
                        "session.age >= duration(\"1h30m\")"),
                arguments(
                        new Predicate.DurationIs(Attribute.SESSION_AGE, Order.EQUAL, Duration.ofMillis(1500)),
                        "session.age == duration(\"1s500ms\")",
                        "session.age != duration(\"1s500ms\")"),
                arguments(
                        new Predicate.DurationIs(Attribute.SESSION_AGE, Order.EQUAL, Duration.ZERO),
                        "session.age == duration(\"0s\")",
                        "session.age != duration(\"0s\")"),
                arguments(
                        new Predicate.TimeIs(Attribute.NOW, Order.BELOW, Instant.parse("2027-02-01T00:00:00Z")),
                        "now < timestamp(\"2027-02-01T00:00:00Z\")",
                        "now >= timestamp(\"2027-02-01T00:00:00Z\")"),
                arguments(
                        new Predicate.ClockIs(Attribute.NOW, ClockField.HOURS, berlin, Order.BELOW, 6),
                        "now.getHours(\"Europe/Berlin\") < 6",
                        "now.getHours(\"Europe/Berlin\") >= 6"),
                arguments(
                        new Predicate.ClockIs(Attribute.NOW, ClockField.MINUTES, berlin, Order.BELOW, 6),
                        "now.getMinutes(\"Europe/Berlin\") < 6",
                        "now.getMinutes(\"Europe/Berlin\") >= 6"),
                arguments(
                        new Predicate.ClockIs(Attribute.NOW, ClockField.DAY_OF_WEEK, berlin, Order.EQUAL, 0),
                        "now.getDayOfWeek(\"Europe/Berlin\") == 0",
                        "now.getDayOfWeek(\"Europe/Berlin\") != 0"),
                arguments(
                        new Predicate.InCohort("wave-1", 25),
                        "user.id is in 25 % of cohort wave-1",
                        "user.id is not in 25 % of cohort wave-1"),
                arguments(
                        new Predicate.IsMissing(Signal.DEVICE, Set.of(Absence.values())),
                        "device is missing",
                        "device is not missing"),
                arguments(
                        new Predicate.IsMissing(Signal.RISK, Set.of(Absence.SOURCE_FAILED, Absence.STALE)),
                        "risk is missing (stale, source-failed)",
                        "risk is not missing (stale, source-failed)"));
    }
}
