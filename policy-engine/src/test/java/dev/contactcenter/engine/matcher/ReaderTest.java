package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What the request itself says")
class ReaderTest {

    private static final Subject PERSON =
            new Subject.Person("u7", Set.of("agents"), Set.of("/teams", "/teams/billing"));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Reader reader = new Reader(Floor.policy());

    @ParameterizedTest(name = "{0} of {1} with {2} is {3}")
    @MethodSource
    void is_read(Attribute attribute, Subject subject, Map<String, Duration> proven, Object value) {
        var request = new AccessRequest(subject, Set.of(), Set.of(), new Assurance(proven), Facts.none(Floor.NOW));

        assertThat(reader.read(attribute, request)).isEqualTo(value);
    }

    static Stream<Arguments> is_read() {
        return Stream.of(
                arguments(Attribute.USER_ID, PERSON, Map.of(), "u7"),
                arguments(Attribute.USER_ID, Floor.CONNECTOR, Map.of(), ""),
                arguments(Attribute.USER_KIND, PERSON, Map.of(), "person"),
                arguments(Attribute.USER_KIND, Floor.CONNECTOR, Map.of(), "service"),
                arguments(Attribute.USER_ROLES, PERSON, Map.of(), Set.of("agents")),
                arguments(Attribute.USER_ROLES, Floor.CONNECTOR, Map.of(), Set.of()),
                arguments(Attribute.USER_GROUPS, PERSON, Map.of(), Set.of("/teams", "/teams/billing")),
                arguments(Attribute.USER_GROUPS, Floor.CONNECTOR, Map.of(), Set.of()),
                arguments(Attribute.AUTH_ACR, PERSON, Map.of(), "none"),
                arguments(Attribute.AUTH_ACR, PERSON, Map.of("password", MINUTE), "password"),
                arguments(Attribute.AUTH_ACR, PERSON, Map.of("password", MINUTE, "phr", HOUR), "phr"),
                arguments(Attribute.AUTH_ACR, PERSON, Map.of("phrh", HOUR, "phr", MINUTE), "phrh"),
                arguments(Attribute.AUTH_ACR, PERSON, Map.of("of-another-policy", MINUTE), "none"),
                arguments(Attribute.AUTH_AGE, PERSON, Map.of(), Absence.NOT_PROVIDED),
                arguments(Attribute.AUTH_AGE, PERSON, Map.of("password", MINUTE, "phr", HOUR), MINUTE),
                arguments(Attribute.AUTH_AGE, PERSON, Map.of("password", MINUTE.negated()), Duration.ZERO),
                arguments(Attribute.NOW, PERSON, Map.of(), Floor.NOW));
    }
}
