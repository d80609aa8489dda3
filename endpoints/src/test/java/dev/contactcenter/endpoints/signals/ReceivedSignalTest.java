package dev.contactcenter.endpoints.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.kit.risk.RiskLevel;
import dev.contactcenter.kit.risk.RiskReport;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A signal that was posted")
class ReceivedSignalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    private static ReceivedSignal read(String body) {
        return ReceivedSignal.read(body.replace('\'', '"').getBytes(UTF_8), NOW);
    }

    @Test
    void is_about_a_user_or_about_a_session() {
        assertThat(
                        read(
                                "{'signal':'risk','subject':{'user':'agent'},'level':'high','observed_at':'2026-11-23T10:29:00.0009+01:00'}"))
                .isEqualTo(new ReceivedSignal.OfUser(
                        "agent", new RiskReport(RiskLevel.HIGH, Instant.parse("2026-11-23T09:29:00Z"))));
        assertThat(
                        read(
                                "{'signal':'risk','subject':{'session':'s-1'},'level':'low','observed_at':'2026-11-23T09:30:59Z'}"))
                .isEqualTo(new ReceivedSignal.OfSession(
                        "s-1", new RiskReport(RiskLevel.LOW, Instant.parse("2026-11-23T09:30:59Z"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | The body is not one JSON object without duplicate members.",
                "{} {} | The body is not one JSON object without duplicate members.",
                "{'level':'low','level':'high'} | The body is not one JSON object without duplicate members.",
                "[] | Something else than an object stands for the body.",
                "{'Level':'low'} | There is a member that the body does not have; it has level, observed_at, signal, subject.",
                "{} | Member 'signal' is not a text of 1 to 255 characters.",
                "{'signal':'device'} | Member 'signal' is not one that is received here; it can be 'risk'.",
                "{'signal':'risk','level':'HIGH'} | Member 'level' is not one of low, medium, high.",
                "{'signal':'risk','level':3} | Member 'level' is not a text of 1 to 255 characters.",
                "{'signal':'risk','level':'low','observed_at':'yesterday'} | Member 'observed_at' is not a moment as RFC 3339"
                        + " has it, such as 2026-11-23T09:30:00Z.",
                "{'signal':'risk','level':'low','observed_at':'2026-11-23T09:31:01Z'} | Member 'observed_at' lies in the"
                        + " future; here it is 2026-11-23T09:30:00Z.",
                "{'signal':'risk','level':'low','observed_at':'1969-12-31T23:59:59Z'} | Member 'observed_at' lies before 1970.",
                "{'signal':'risk','level':'low','observed_at':'2026-11-23T09:30:00Z'} | Something else than an object stands"
                        + " for member 'subject'.",
                "{'signal':'risk','level':'low','observed_at':'2026-11-23T09:30:00Z','subject':{'user':'a','session':'s'}} |"
                        + " Member 'subject' names a user or a session, one of them.",
                "{'signal':'risk','level':'low','observed_at':'2026-11-23T09:30:00Z','subject':{'user':''}} | Member 'user' is"
                        + " not a text of 1 to 255 characters."
            })
    void says_what_is_wrong_with_it(String body, String problem) {
        assertThat(read(body)).isEqualTo(new ReceivedSignal.Unusable(problem));
    }
}
