package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.COMPLIANT_ONLY;
import static dev.contactcenter.it.continuous.ContinuityRealm.EVERYDAY;
import static dev.contactcenter.it.continuous.ContinuityRealm.PRIVILEGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every way to an action gives the same answer")
final class SameAnswerIT {

    private static final List<String> EVERY_WAY =
            List.of("authorization", "code exchange", "exchange", "introspection", "refresh", "userinfo");
    private static final List<String> NO_WAY = List.of();

    private final ContinuityRealm stage;

    SameAnswerIT(KeycloakServer server) {
        this.stage = ContinuityRealm.of(server, "same-answer");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @BeforeEach
    void compliantOnly() {
        stage.policy(COMPLIANT_ONLY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void when(String situation, BiConsumer<ContinuityRealm, String> change, List<String> everyday, List<String> play) {
        String device = "d-" + situation.replace(' ', '-');
        var held = new Held(stage, stage.supervisorOn(device));

        change.accept(stage, device);

        assertThat(held.waysLeft()).isEqualTo(Map.of(EVERYDAY, everyday, PRIVILEGED, play));
    }

    static Stream<Arguments> when() {
        return Stream.of(
                situation("nothing changed", (stage, device) -> {}, EVERY_WAY, EVERY_WAY),
                situation(
                        "the device is noncompliant",
                        (stage, device) -> stage.device(device, "noncompliant"),
                        EVERY_WAY,
                        NO_WAY),
                situation(
                        "the device is compliant again",
                        (stage, device) -> {
                            stage.device(device, "noncompliant");
                            stage.device(device, "compliant");
                        },
                        EVERY_WAY,
                        EVERY_WAY),
                situation("the policy closes everything", (stage, device) -> stage.policy("""
                                rules:
                                  - { id: closed, deny: { reason: closed_for_today } }
                                """), NO_WAY, NO_WAY),
                situation("the policy closes one action", (stage, device) -> stage.policy("""
                                rules:
                                  - { id: closed, actions: [queue:monitor], deny: { reason: closed_for_today } }
                                """), NO_WAY, EVERY_WAY),
                situation("a rule only reports", (stage, device) -> stage.policy("""
                                rules:
                                  - { id: closed, state: report-only, onViolation: end, deny: { reason: closed_for_today } }
                                """), EVERY_WAY, EVERY_WAY));
    }

    private static Arguments situation(
            String name, BiConsumer<ContinuityRealm, String> change, List<String> everyday, List<String> play) {
        return arguments(name, change, everyday, play);
    }

    @Test
    void to_a_service_as_well() {
        String token = stage.serviceToken().orFail().text("access_token");
        assertThat(stage.isActive("crm-api", token)).isTrue();

        stage.policy("""
                rules:
                  - { id: closed, actions: [record:view], deny: { reason: closed_for_today } }
                """);

        Answer refused = stage.serviceToken();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error_description")).startsWith("closed_for_today");
        assertThat(stage.isActive("crm-api", token)).isFalse();
    }
}
