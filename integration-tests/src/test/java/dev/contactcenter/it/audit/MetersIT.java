package dev.contactcenter.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Keycloak's own page of metrics tells of deciding and delivering. */
@Tag("audit")
@WithKeycloak
@DisplayName("The meters")
final class MetersIT {

    private static final int DECISIONS = 5;

    /** Gauges are set anew every fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final KeycloakServer server;
    private final Receiver receiver = new Receiver();
    private final SinkRealm realm;

    MetersIT(KeycloakServer server) {
        this.server = server;
        this.realm = new SinkRealm(server);
    }

    @AfterEach
    void close() {
        realm.close();
        receiver.close();
    }

    @Test
    void count_decisions_by_outcome_and_rule_and_tell_that_nothing_was_lost() {
        realm.webhook(receiver, Map.of());
        realm.permit(DECISIONS);
        realm.deny();

        await("contact_center_audit_delivered_total", List.of(), DECISIONS + 1);
        await("contact_center_audit_waiting", List.of(), 0);

        assertThat(value("contact_center_decisions_total", List.of("outcome=\"permit\"", "hook=\"token\"")))
                .contains((double) DECISIONS);
        assertThat(value("contact_center_decisions_total", List.of("outcome=\"deny\"")))
                .isPresent();
        assertThat(value("contact_center_audit_lost", List.of())).contains(0.0);
        assertThat(value("contact_center_audit_dead_letters", List.of())).contains(0.0);
    }

    @Test
    void tell_of_a_sink_that_refuses_how_often_it_did_and_how_old_the_oldest_record_has_become() {
        realm.webhook(receiver, Map.of());
        receiver.is(Receiver.Mood.REFUSING);

        realm.permit(1);

        await("contact_center_audit_delivery_failures_total", List.of(), 1);
        await("contact_center_audit_lag_seconds", List.of(), 1);
        await("contact_center_audit_waiting", List.of(), 1);
    }

    @Test
    void count_step_ups_and_tell_how_long_they_took_and_which_rules_asked_for_them() {
        TestApp console = new TestApp(realm.fixture(), "supervisor-console");
        Person supervisor = new Person("supervisor");
        supervisor.signIn(console, "");

        supervisor.elsewhere().signIn(console, "mode:supervisor recording:play");

        assertThat(value("contact_center_step_ups_total", List.of("outcome=\"asked\"")))
                .contains(1.0);
        assertThat(value("contact_center_step_ups_total", List.of("outcome=\"proven\"")))
                .contains(1.0);
        assertThat(value("contact_center_step_up_duration_seconds_count", List.of()))
                .contains(1.0);
        assertThat(value("contact_center_decision_rules_total", List.of("outcome=\"step_up\"")))
                .hasValueSatisfying(count -> assertThat(count).isPositive());
    }

    @Test
    void have_no_tag_that_names_a_person_a_session_or_an_address() {
        realm.webhook(receiver, Map.of());
        realm.permit(1);
        await("contact_center_audit_delivered_total", List.of(), 1);

        assertThat(lines().filter(line -> line.startsWith("contact_center_")))
                .isNotEmpty()
                .noneMatch(line -> line.matches(".*(user|username|session|sid|ip|address)=\".*"));
    }

    private void await(String name, List<String> tags, double least) {
        Waiting.until(
                PATIENCE,
                () -> value(name, tags).filter(value -> least == 0 ? value == 0 : value >= least),
                () -> name + " is " + value(name, tags));
    }

    private Optional<Double> value(String name, List<String> tags) {
        String ofRealm = "realm=\"" + realm.fixture().name() + "\"";
        return lines().filter(line -> line.startsWith(name + "{") && line.contains(ofRealm))
                .filter(line -> tags.stream().allMatch(line::contains))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum);
    }

    private Stream<String> lines() {
        return Http.get(server.managementUrl() + "/metrics").orFail().body().lines();
    }
}
