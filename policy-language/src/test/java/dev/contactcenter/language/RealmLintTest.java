package dev.contactcenter.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.language.RealmNames.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A policy for a realm")
class RealmLintTest {

    private static final Map<Kind, Set<String>> ALL = Map.of(
            Kind.ACR, Set.of("password", "phr", "phrh"),
            Kind.SCOPE, Set.of("record:view", "recording:play", "mode:agent", "mode:supervisor"),
            Kind.ROLE, Set.of("contact-center-agent", "contact-center-supervisor"),
            Kind.CLIENT, Set.of("recordings-api", "cti-connector"));

    private static final RealmSessions SESSIONS =
            new RealmSessions(Bound.atMost(Duration.ofMinutes(30)), Bound.atMost(Duration.ofHours(10)));

    @Test
    void whose_sessions_end_sooner_by_themselves_is_told_which_limits_do_nothing() {
        String longer = Mistake.GOOD.replace("tokenLifespan: PT5M", "sessionMax: PT10H, sessionIdle: PT1H");
        String shorter = Mistake.GOOD.replace("tokenLifespan: PT5M", "sessionMax: PT9H, sessionIdle: PT29M");

        assertThat(warnings(ALL, longer))
                .containsExactly(
                        "21:26: the realm itself ends a session after PT10H; make it shorter, or take it out",
                        "21:46: the realm itself ends a session that rests for PT30M; make it shorter, or take it out");
        assertThat(warnings(ALL, shorter)).isEmpty();
    }

    @Test
    void that_has_all_it_names_is_without_warning() {
        assertThat(warnings(ALL)).isEmpty();
    }

    @Test
    void that_lacks_something_is_told_what_and_where() {
        assertThat(warnings(with(Kind.ACR, "password", "phr")))
                .containsExactly("4:28: the realm has no ACR value 'phrh'; did you mean 'phr'?");
        assertThat(warnings(with(Kind.SCOPE, "record:view", "mode:agent", "mode:supervisor")))
                .containsExactly(
                        "9:3: the realm has no client scope 'recording:play'; create it there, or take it out here");
        assertThat(warnings(with(Kind.SCOPE, "record:view", "recording:play", "mode:agent")))
                .containsExactly(
                        "12:3: the realm has no client scope 'mode:supervisor'; create it there, or take it out here");
        assertThat(warnings(with(Kind.ROLE, "contact-center-agents", "contact-center-supervisor")))
                .containsExactly(
                        "11:20: the realm has no realm role 'contact-center-agent'; did you mean 'contact-center-agents'?");
        assertThat(warnings(with(Kind.CLIENT)))
                .containsExactly(
                        "9:59: the realm has no client 'recordings-api'; create it there, or take it out here",
                        "14:3: the realm has no client 'cti-connector'; create it there, or take it out here");
    }

    @Test
    void is_told_which_groups_roles_and_clients_its_rules_name_in_vain() {
        String policy = Mistake.GOOD + """
                    when: client.id == "crm" && !("/pilots" in user.groups) && "reviewer" in user.roles
                    rollout: { groups: [/pilot, /trial], percent: 10 }
                    except:
                      - { clients: [crm-api], roles: [auditor], until: 2027-01-31, reason: r, approvedBy: a }
                """;
        Map<Kind, Set<String>> known = with(Kind.GROUP, "/break-glass", "/pilot");

        assertThat(warnings(known, policy))
                .containsExactly(
                        "12:76: 'recording:play' is of the highest tier, and no enforced rule requires anything of"
                                + " 'supervisor' for it; add a rule that requires or denies, or lower its tier",
                        "22:11: the realm has no client 'crm'; create it there, or take it out here",
                        "22:11: the realm has no group '/pilots'; did you mean '/pilot'?",
                        "22:11: the realm has no realm role 'reviewer'; create it there, or take it out here",
                        "23:33: the realm has no group '/trial'; create it there, or take it out here",
                        "25:21: the realm has no client 'crm-api'; create it there, or take it out here",
                        "25:39: the realm has no realm role 'auditor'; create it there, or take it out here");
    }

    @Test
    void is_told_which_groups_its_modes_name_in_vain() {
        String policy = Mistake.GOOD.replace(
                "roles: [contact-center-agent],",
                "roles: [contact-center-agent], groups: [/pilots], when: \"'/trial' in user.groups\",");

        assertThat(warnings(with(Kind.GROUP, "/break-glass", "/pilot"), policy))
                .containsExactly(
                        "11:52: the realm has no group '/pilots'; did you mean '/pilot'?",
                        "11:68: the realm has no group '/trial'; create it there, or take it out here");
    }

    @Test
    void without_its_break_glass_accounts_has_none() {
        assertThat(warnings(with(Kind.GROUP, "/pilot")))
                .containsExactly(
                        "6:1: nobody in the realm can be a break-glass account: it has none of these groups and"
                                + " roles; create one there");
    }

    @Test
    void of_which_nothing_is_told_is_without_warning() {
        assertThat(warnings(Map.of())).isEmpty();
    }

    private static Map<Kind, Set<String>> with(Kind kind, String... names) {
        Map<Kind, Set<String>> known = new HashMap<>(ALL);
        known.put(kind, Set.of(names));
        return known;
    }

    private static List<String> warnings(Map<Kind, Set<String>> known) {
        return warnings(known, Mistake.GOOD);
    }

    private static List<String> warnings(Map<Kind, Set<String>> known, String policy) {
        return switch (PolicyDocument.read(
                policy.getBytes(UTF_8), new RealmNames(known, SESSIONS), Instant.parse("2026-11-22T12:00:00Z"))) {
            case Reading.Valid valid ->
                valid.warnings().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                        .toList();
            case Reading.Invalid invalid ->
                throw new AssertionError(invalid.problems().toString());
        };
    }
}
