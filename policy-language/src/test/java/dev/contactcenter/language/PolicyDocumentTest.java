package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.DataScope;
import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.Demand;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Rate;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.engine.decision.Rows;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Enforcement;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A policy document")
class PolicyDocumentTest {

    private static final String SHORTEST = """
            contactCenterPolicy: 1
            revision: r1
            assurance: [password]
            actions: { record:view: { tier: 0 } }
            modes: { agent: { roles: [agents], actions: [record:view] } }
            """;

    @Test
    void limits_the_data_of_services_and_modes() {
        Policy policy = valid("""
                        contactCenterPolicy: 1
                        revision: r1
                        assurance: [password]
                        actions: { record:view: { tier: 0 }, note:write: { tier: 0 } }
                        modes: { agent: { roles: [agents], actions: [record:view], datasets: [calls, queues] } }
                        services:
                          connector:
                            actions: [record:view, note:write]
                            fields: { record: [id, status] }
                            tokenLifespan: PT2M
                            rateLimit: 120
                            tokenRate: 30
                        rules:
                          - { id: less, limit: { datasets: [calls], rowLimit: 500 } }
                        """).policy().policy();

        assertThat(policy.services().values())
                .containsExactly(new Service(
                        "connector",
                        Set.of("record:view", "note:write"),
                        new FieldScope(Map.of("record", Set.of("id", "status"))),
                        minutes(2),
                        new Rate.PerMinute(120),
                        new Rate.PerMinute(30)));
        assertThat(policy.modes().values())
                .extracting(Mode::datasets)
                .containsExactly(new Datasets.Only(Set.of("calls", "queues")));
        assertThat(policy.rules().getFirst().effects())
                .containsExactly(new Effect.Limit(Obligations.NONE.withData(
                        new DataScope(FieldScope.ALL, new Datasets.Only(Set.of("calls")), new Rows.AtMost(500)))));
    }

    @Test
    void becomes_the_policy_that_it_describes() {
        Policy policy = valid(Mistake.GOOD).policy().policy();

        assertThat(policy.revision()).isEqualTo("2026-11-22.1");
        assertThat(policy.enforcement()).isEqualTo(Enforcement.ENFORCED);
        assertThat(policy.assurance()).containsExactly("password", "phr", "phrh");
        assertThat(policy.actions().values())
                .containsExactlyInAnyOrder(
                        new Action("record:view", 0, false, Set.of()),
                        new Action("recording:play", 3, true, Set.of("recordings-api")));
        assertThat(policy.modes().values())
                .containsExactlyInAnyOrder(
                        new Mode("agent", Set.of("contact-center-agent"), Set.of("record:view")),
                        new Mode(
                                "supervisor",
                                Set.of("contact-center-supervisor"),
                                Set.of("record:view", "recording:play")));
        assertThat(policy.services().values())
                .containsExactly(new Service("cti-connector", Set.of("record:view"), minutes(2)));
        assertThat(policy.rules())
                .containsExactly(new Rule(
                        "playback-needs-recent-passkey",
                        Rule.State.ENFORCED,
                        new Rule.Target.OneOf(Set.of("recording:play")),
                        Set.of("supervisor"),
                        Formula.ALWAYS,
                        new Rollout.Everyone(),
                        List.of(),
                        List.of(
                                new Effect.Require(new Demand("phr", minutes(5))),
                                new Effect.Limit(Obligations.NONE.withTokenLifespan(minutes(5))))));
    }

    @Test
    void has_defaults_for_what_it_leaves_out() {
        CompiledPolicy compiled = valid(SHORTEST).policy();

        assertThat(compiled.policy().enforcement()).isEqualTo(Enforcement.ENFORCED);
        assertThat(compiled.policy().rules()).isEmpty();
        assertThat(compiled.policy().services()).isEmpty();
        assertThat(compiled.unmanagedScopes()).isEmpty();
        assertThat(compiled.text()).isEqualTo(SHORTEST);
    }

    @Test
    void says_on_what_terms_an_action_is_asked_for_in_detail() {
        CompiledPolicy compiled = valid(SHORTEST
                        + "details: { record:view: { fields: [id], justification: { least: 20 }, use: once } }")
                .policy();

        assertThat(compiled.details())
                .isEqualTo(Map.of(
                        "record:view",
                        new DetailTerms(Set.of("id"), new Justification.Asked(20, 500), DetailTerms.Use.ONCE)));
        assertThat(valid(SHORTEST + "details: { record:view: {} }").policy().details())
                .isEqualTo(Map.of(
                        "record:view",
                        new DetailTerms(Set.of(), new Justification.NotAsked(), DetailTerms.Use.REPEATED)));
    }

    @Test
    void says_by_which_action_somebody_else_approves_and_for_how_long_that_is_waited() {
        CompiledPolicy compiled = valid(SHORTEST
                        + "details: { record:view: { justification: {}, approval: { by: record:view, within:"
                        + " PT2M } } }")
                .policy();

        assertThat(compiled.details().get("record:view").approval())
                .isEqualTo(new Approval.Asked(Set.of("record:view"), Duration.ofMinutes(2)));
    }

    @Test
    void has_rules_with_defaults_too() {
        Policy policy = valid(SHORTEST + "rules: [{ id: closed, deny: { reason: closed_today } }]")
                .policy()
                .policy();

        assertThat(policy.rules())
                .containsExactly(new Rule(
                        "closed",
                        Rule.State.ENFORCED,
                        new Rule.Target.EveryRequest(),
                        Set.of(),
                        Formula.ALWAYS,
                        new Rollout.Everyone(),
                        List.of(),
                        List.of(new Effect.Refuse(new Reason("closed_today")))));
    }

    @Test
    void may_narrow_a_mode_by_group_and_condition() {
        String mode = "agent: { roles: [agents], groups: [/teams/billing], when: location.country == \"DE\", actions:"
                + " [record:view] }";
        Policy policy = valid(SHORTEST.replace("agent: { roles: [agents], actions: [record:view] }", mode))
                .policy()
                .policy();

        assertThat(policy.modes().values())
                .containsExactly(new Mode(
                        "agent",
                        Set.of("agents"),
                        Set.of("/teams/billing"),
                        new Formula.Atom(new Predicate.Is(Attribute.LOCATION_COUNTRY, "DE")),
                        Set.of("record:view"),
                        new Datasets.All()));
    }

    @ParameterizedTest
    @CsvSource({"enforced, ENFORCED", "report-only, REPORT_ONLY", "off, OFF"})
    void says_how_far_it_is_enforced(String word, Enforcement enforcement) {
        Reading.Valid valid = valid(SHORTEST + "enforcement: " + word);

        assertThat(valid.policy().policy().enforcement()).isEqualTo(enforcement);
    }

    @ParameterizedTest
    @CsvSource({"enforced, ENFORCED", "report-only, REPORT_ONLY", "disabled, DISABLED"})
    void says_how_far_a_rule_is_rolled_out(String word, Rule.State state) {
        Reading.Valid valid = valid(Mistake.GOOD.replace("state: enforced", "state: " + word));

        assertThat(valid.policy().policy().rules().getFirst().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"*, record:view recording:play", "record:*, record:view", "recording:*, recording:play"})
    void resolves_wildcards(String pattern, String actions) {
        Reading.Valid valid = valid(Mistake.GOOD
                .replace("    modes: [supervisor]\n    actions: [recording:play]", "    actions: ['" + pattern + "']")
                .replace("require: { acr: phr, maxAge: PT5M }", ""));

        assertThat(valid.policy().policy().rules().getFirst().target())
                .isEqualTo(new Rule.Target.OneOf(Set.of(actions.split(" "))));
    }

    @Test
    void says_what_is_read_in_place_of_a_missing_signal() {
        Reading.Valid valid = valid(SHORTEST + """
                signals:
                  device:
                    maxAge: PT15M
                    missing:
                      - { tiers: [0, 1], read: last-known, within: PT8H }
                      - { tiers: [1], why: [stale], read: last-known, within: PT1H }
                      - { tiers: [0], why: [source-failed], read: unknown }
                """);

        Duration shift = Duration.ofHours(8);
        assertThat(valid.policy().policy().care(Signal.DEVICE))
                .isEqualTo(new SignalCare(
                        minutes(15),
                        Map.of(0, Set.of(Absence.SOURCE_FAILED)),
                        Map.of(
                                0,
                                Map.of(Absence.STALE, shift, Absence.SOURCE_FAILED, shift),
                                1,
                                Map.of(Absence.STALE, Duration.ofHours(1), Absence.SOURCE_FAILED, shift))));
    }

    @Test
    void may_be_json_with_tabs_and_escapes() {
        String json = """
                {
                \t"contactCenterPolicy": 1,
                \t"revision": "r1",
                \t"assurance": ["password"],
                \t"actions": {"record:view": {"tier": 0, "description": "a\\/b"}},
                \t"modes": {"agent": {"roles": ["agents"], "actions": ["record:view"]}}
                }
                """;

        assertThat(valid(json).policy().policy())
                .isEqualTo(valid(SHORTEST).policy().policy());
    }

    @Test
    void may_begin_with_a_byte_order_mark_and_end_its_lines_in_any_way() {
        assertThat(valid("\uFEFF" + SHORTEST.replace("\n", "\r\n")).policy().policy())
                .isEqualTo(valid(SHORTEST).policy().policy());
    }

    @ParameterizedTest
    @CsvSource({
        "legacy:read, true",
        "legacy:, false",
        "legacy, false",
        "legacyx:read, false",
        "crm:read, true",
        "crm:reader, false",
        "recording:play, false"
    })
    void knows_scopes_of_other_applications(String scope, boolean unmanaged) {
        Reading.Valid valid = valid(Mistake.GOOD.replace("[\"legacy:*\"]", "[\"legacy:*\", \"crm:read\"]"));

        assertThat(valid.policy().isUnmanaged(scope)).isEqualTo(unmanaged);
    }

    private static Reading.Valid valid(String text) {
        return switch (PolicyDocument.read(text)) {
            case Reading.Valid valid -> valid;
            case Reading.Invalid invalid ->
                throw new AssertionError(
                        invalid.problems().stream().map(Problem::message).toList());
        };
    }

    private static Bound minutes(int minutes) {
        return Bound.atMost(Duration.ofMinutes(minutes));
    }
}
