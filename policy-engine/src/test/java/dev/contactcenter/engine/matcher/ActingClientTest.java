package dev.contactcenter.engine.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.network.Zones;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Catalogue;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Assurance;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Facts;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.engine.request.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A client that acts")
class ActingClientTest {

    private static final Subject CONNECTOR = new Subject.Service("connector");
    private static final Subject AGENT = new Subject.Person("u1", Set.of("agents"), Set.of());
    private static final FieldScope FIELDS =
            new FieldScope(Map.of("record", Set.of("id", "status"), "note", Set.of("text")));
    private static final Bound TWO_MINUTES = Bound.atMost(Duration.ofMinutes(2));

    private final Decider decider = Decider.of(policy(Enforcement.ENFORCED));

    private static Policy policy(Enforcement enforcement) {
        Map<String, Action> actions = new HashMap<>();
        for (String name : List.of("record:view", "record:edit", "note:write")) {
            actions.put(name, new Action(name, 0, false, Set.of()));
        }
        actions.put("export:create", new Action("export:create", 3, true, Set.of()));
        actions.put("audit:read", new Action("audit:read", 3, true, Set.of()));
        var connector = new Service(
                "connector",
                Set.of("record:view", "note:write", "export:create"),
                FIELDS,
                TWO_MINUTES,
                new Rate.PerMinute(120),
                new Rate.PerMinute(30));
        return new Policy(
                new Policy.Head("r1", enforcement, new Rollout.Everyone()),
                List.of("password"),
                new Catalogue(
                        actions,
                        Map.of("agent", new Mode("agent", Set.of("agents"), actions.keySet())),
                        Map.of("connector", connector)),
                Zones.NONE,
                Map.of(),
                new BreakGlass.None(),
                List.of());
    }

    private Decision decide(Subject subject, Map<Attribute, Object> client, String... actions) {
        return decider.decide(request(subject, client, actions));
    }

    private static AccessRequest request(Subject subject, Map<Attribute, Object> client, String... actions) {
        Evidence<Observation> told = client.isEmpty()
                ? new Evidence.Missing<>(Evidence.Absence.NOT_PROVIDED)
                : new Evidence.Known<>(new Observation(client), Floor.NOW);
        return new AccessRequest(
                subject, Set.of(), Set.of(actions), Assurance.NONE, new Facts(Floor.NOW, Map.of(Signal.CLIENT, told)));
    }

    private static Map<Attribute, Object> connector(String credential) {
        return Map.of(Attribute.CLIENT_ID, "connector", Attribute.CLIENT_CREDENTIAL, credential);
    }

    private static Obligations permitted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Permit.class);
        return ((Decision.Permit) decision).obligations();
    }

    private static void assertDenied(Decision decision, Reason reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(reason));
    }

    @Test
    void for_itself_is_bound_to_its_own_fields_lifespan_and_rate() {
        Obligations obligations = permitted(decide(CONNECTOR, connector("secret"), "record:view", "note:write"));

        assertThat(obligations.data().fields()).isEqualTo(FIELDS);
        assertThat(obligations.tokenLifespan()).isEqualTo(TWO_MINUTES);
        assertThat(obligations.rate()).isEqualTo(new Rate.PerMinute(120));
    }

    @Test
    void is_told_of_no_fields_but_those_of_what_it_asks_for() {
        Obligations obligations = permitted(decide(CONNECTOR, connector("key"), "note:write"));

        assertThat(obligations.data().fields()).isEqualTo(new FieldScope(Map.of("note", Set.of("text"))));
    }

    @Test
    void for_itself_needs_a_key_for_what_is_privileged() {
        permitted(decide(CONNECTOR, connector("key"), "export:create"));

        assertDenied(decide(CONNECTOR, connector("secret"), "export:create"), Reason.CLIENT_KEY_REQUIRED);
        assertDenied(decide(CONNECTOR, connector("none"), "export:create"), Reason.CLIENT_KEY_REQUIRED);
        assertDenied(decide(CONNECTOR, Map.of(), "export:create"), Reason.CLIENT_KEY_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "secret"})
    void for_a_person_has_what_is_both_the_modes_and_its_own(String credential) {
        Obligations obligations = permitted(decide(AGENT, connector(credential), "record:view"));

        assertThat(obligations.data().fields()).isEqualTo(FIELDS.about(Set.of("record:view")));
        assertThat(obligations.tokenLifespan()).isEqualTo(TWO_MINUTES);
        assertDenied(decide(AGENT, connector(credential), "record:edit"), Reason.WIDER_THAN_SERVICE);
        assertDenied(decide(AGENT, connector(credential), "record:view", "audit:read"), Reason.WIDER_THAN_SERVICE);
    }

    @Test
    void for_a_person_needs_a_key_for_what_is_privileged() {
        permitted(decide(AGENT, connector("key"), "export:create"));

        assertDenied(decide(AGENT, connector("secret"), "export:create"), Reason.CLIENT_KEY_REQUIRED);
    }

    @Test
    void that_the_policy_does_not_list_leaves_a_person_what_the_mode_grants() {
        Map<Attribute, Object> desktop = Map.of(Attribute.CLIENT_ID, "desktop", Attribute.CLIENT_CREDENTIAL, "none");

        Obligations obligations = permitted(decide(AGENT, desktop, "record:edit", "export:create"));

        assertThat(obligations).isEqualTo(Obligations.NONE);
    }

    @Test
    void is_only_reported_on_where_the_policy_only_reports() {
        Decision decision = Decider.of(policy(Enforcement.REPORT_ONLY))
                .decide(request(CONNECTOR, connector("secret"), "export:create"));

        assertThat(decision).isInstanceOf(Decision.Permit.class);
        assertThat(decision.grounds().told().wouldBe())
                .anyMatch(would -> would.isOfWholePolicy() && would.detail().equals("client_key_required"));
    }
}
