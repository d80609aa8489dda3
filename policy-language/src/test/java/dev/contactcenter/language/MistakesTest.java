package dev.contactcenter.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A mistake in a policy")
class MistakesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"inTheHead", "inWhatIsDeclared", "inARule", "inADuration"})
    void is_told_with_its_place_and_what_would_be_right(Mistake mistake) {
        Reading reading = PolicyDocument.read(mistake.text());

        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        List<Problem> problems = ((Reading.Invalid) reading).problems();
        assertThat(problems).map(Problem::message).containsExactlyElementsOf(mistake.messages());
    }

    static Stream<Mistake> inTheHead() {
        return Stream.of(
                Mistake.of(
                        "an unknown key",
                        "enforcement:",
                        "enforcment:",
                        "line 3, column 1, at enforcment: the key 'enforcment' is unknown; did you mean 'enforcement'?"),
                Mistake.of(
                        "a key of a later version",
                        "services:",
                        "zones: {}\nservices:",
                        "line 12, column 1, at zones: the key 'zones' is unknown; known here: contactCenterPolicy, revision, enforcement, assurance, unmanagedScopes, actions, modes, services, rules"),
                Mistake.of(
                        "no format version",
                        "contactCenterPolicy: 1\n",
                        "",
                        "line 1, column 1, at contactCenterPolicy: the key 'contactCenterPolicy' is missing; write for example contactCenterPolicy: 1"),
                Mistake.of(
                        "another format version",
                        "contactCenterPolicy: 1",
                        "contactCenterPolicy: 2",
                        "line 1, column 22, at contactCenterPolicy: this format version cannot be read; write contactCenterPolicy: 1"),
                Mistake.of(
                        "a revision that is a number",
                        "2026-11-22.1",
                        "20261122",
                        "line 2, column 11, at revision: a text is needed here, not the number 20261122; put it into quotes: \"20261122\""),
                Mistake.of(
                        "a revision with a space",
                        "2026-11-22.1",
                        "of today",
                        "line 2, column 11, at revision: 'of today' is not a revision (letters, digits and . _ + -, at most 64 characters)"),
                Mistake.of(
                        "a mistyped switch",
                        "enforcement: enforced",
                        "enforcement: report_only",
                        "line 3, column 14, at enforcement: 'report_only' is not one of enforced, report-only, off; did you mean 'report-only'?"),
                Mistake.of(
                        "an empty revision",
                        "2026-11-22.1",
                        "",
                        "line 2, column 10, at revision: a text is needed here, not nothing"),
                Mistake.of(
                        "no assurance level",
                        "[password, phr, phrh]",
                        "[]",
                        "line 4, column 12, at assurance: this list is empty; name the levels, weakest first"),
                Mistake.of(
                        "a level twice",
                        "[password, phr, phrh]",
                        "[password, phr, phr]",
                        "line 4, column 28, at assurance[2]: 'phr' is listed twice; name it once"),
                Mistake.of(
                        "a level instead of a list",
                        "[password, phr, phrh]",
                        "phr",
                        "line 4, column 12, at assurance: a list is needed here, not the text 'phr'; write [phr]"),
                Mistake.of(
                        "an unmanaged scope that is managed",
                        "legacy:*",
                        "recording:*",
                        "line 5, column 19, at unmanagedScopes[0]: 'recording:*' covers 'recording:play', which is an action of this policy; take one of the two out"),
                Mistake.of(
                        "everything unmanaged",
                        "legacy:*",
                        "*",
                        "line 5, column 19, at unmanagedScopes[0]: '*' is neither a scope name nor a prefix; write for example legacy-app:*"),
                Mistake.of(
                        "modes unmanaged",
                        "legacy:*",
                        "mode:*",
                        "line 5, column 19, at unmanagedScopes[0]: 'mode:*' cannot be unmanaged: 'mode:' chooses a mode; take it out"));
    }

    static Stream<Mistake> inWhatIsDeclared() {
        return Stream.of(
                Mistake.of(
                        "an action with a dot",
                        "  record:view: {",
                        "  Record.view: {",
                        "line 7, column 3, at actions['Record.view']: 'Record.view' is not an action name (lower case, resource:verb); did you mean 'record:view'?"),
                Mistake.of(
                        "an action that is a mode",
                        "record:view: { tier: 0 }",
                        "record:view: { tier: 0 }\n  mode:agent: { tier: 0 }",
                        "line 8, column 3, at actions.mode:agent: 'mode:agent' cannot be an action: 'mode:' chooses a mode; name the resource"),
                Mistake.of(
                        "an action without a body",
                        "record:view: { tier: 0 }",
                        "record:view:",
                        "line 7, column 15, at actions.record:view: a mapping is needed here, not nothing; write key: value pairs below it, indented"),
                Mistake.of(
                        "a tier that is too high",
                        "tier: 3",
                        "tier: 4",
                        "line 8, column 27, at actions.recording:play.tier: a whole number from 0 to 3 is needed here, not the number 4"),
                Mistake.of(
                        "a tier in words",
                        "tier: 3",
                        "tier: high",
                        "line 8, column 27, at actions.recording:play.tier: a whole number from 0 to 3 is needed here, not the text 'high'"),
                Mistake.of(
                        "no tier",
                        "{ tier: 0 }",
                        "{}",
                        "line 7, column 16, at actions.record:view.tier: the key 'tier' is missing; write for example tier: 1"),
                Mistake.of(
                        "yes instead of true",
                        "privileged: true",
                        "privileged: yes",
                        "line 8, column 42, at actions.recording:play.privileged: true or false is needed here, not the text 'yes'"),
                Mistake.of(
                        "an empty audience",
                        "[recordings-api]",
                        "[]",
                        "line 8, column 58, at actions.recording:play.audience: this list is empty; leave the key out if any resource server may receive it"),
                Mistake.of(
                        "a mode without roles",
                        "roles: [contact-center-agent]",
                        "roles: []",
                        "line 10, column 19, at modes.agent.roles: this list is empty; name a realm role: without one nobody can have this mode"),
                Mistake.of(
                        "a mode without the key roles",
                        "roles: [contact-center-agent], ",
                        "",
                        "line 10, column 10, at modes.agent.roles: the key 'roles' is missing; write for example roles: [contact-center-agent]"),
                Mistake.of(
                        "a role with a space at its end",
                        "[contact-center-agent]",
                        "[\"contact-center-agent \"]",
                        "line 10, column 20, at modes.agent.roles[0]: 'contact-center-agent ' is not a name (at most 255 characters on one line)"),
                Mistake.of(
                        "a mode in capitals",
                        "  agent: {",
                        "  Agent: {",
                        "line 10, column 3, at modes.Agent: 'Agent' is not a mode name (lower case, dashes, at most 48 characters)"),
                Mistake.of(
                        "a mistyped action in a mode",
                        "actions: [record:view, recording:play]",
                        "actions: [record:view, recordng:play]",
                        "line 11, column 76, at modes.supervisor.actions[1]: 'recordng:play' is not an action of this policy; did you mean 'recording:play'?"),
                Mistake.of(
                        "a mode that grants by wildcard",
                        "actions: [record:view, recording:play]",
                        "actions: [\"record:*\"]",
                        "line 11, column 63, at modes.supervisor.actions[0]: the wildcard 'record:*' cannot grant: it would also grant actions added later; name each action"),
                Mistake.of(
                        "an action granted twice",
                        "actions: [record:view, recording:play]",
                        "actions: [record:view, record:view]",
                        "line 11, column 76, at modes.supervisor.actions[1]: 'record:view' is listed twice; name it once"),
                Mistake.of(
                        "a mode given twice",
                        "  supervisor: {",
                        "  agent: {",
                        "line 11, column 3, at modes.agent: the key 'agent' was already given on line 10; keep one of the two",
                        "line 17, column 13, at rules[0].modes[0]: 'supervisor' is not a mode of this policy; known here: agent"),
                Mistake.of(
                        "a service without actions",
                        "actions: [record:view], token",
                        "token",
                        "line 13, column 18, at services.cti-connector.actions: the key 'actions' is missing; write for example actions: [record:view]"));
    }

    static Stream<Mistake> inARule() {
        return Stream.of(
                Mistake.of(
                        "rules as a mapping",
                        "rules:\n  - id",
                        "rules:\n    id",
                        "line 15, column 5, at rules: a list of rules is needed here, not a mapping; begin each rule with '- id: ...'"),
                Mistake.of(
                        "no id",
                        "id: playback-needs-recent-passkey\n    state",
                        "state",
                        "line 15, column 5, at rules[0].id: the key 'id' is missing; write for example id: playback-needs-recent-passkey"),
                Mistake.of(
                        "an id in capitals",
                        "playback-needs",
                        "Playback-needs",
                        "line 15, column 9, at rules[0].id: 'Playback-needs-recent-passkey' is not a rule id (lower case, dashes, at most 48 characters)"),
                Mistake.of(
                        "an id twice",
                        "rules:\n",
                        "rules:\n  - { id: playback-needs-recent-passkey, deny: { reason: not_here } }\n",
                        "line 16, column 9, at rules[1].id: the rule id 'playback-needs-recent-passkey' was already used on line 15; give each rule its own id"),
                Mistake.of(
                        "the reserved id",
                        "playback-needs-recent-passkey",
                        "policy",
                        "line 15, column 9, at rules[0].id: 'policy' cannot be a rule id: it stands for the whole policy in records; rename it"),
                Mistake.of(
                        "a mistyped state",
                        "state: enforced",
                        "state: enabled",
                        "line 16, column 12, at rules[0].state: 'enabled' is not one of enforced, report-only, disabled"),
                Mistake.of(
                        "an unknown mode",
                        "modes: [supervisor]",
                        "modes: [superviser]",
                        "line 17, column 13, at rules[0].modes[0]: 'superviser' is not a mode of this policy; did you mean 'supervisor'?"),
                Mistake.of(
                        "no mode at all",
                        "modes: [supervisor]",
                        "modes: []",
                        "line 17, column 12, at rules[0].modes: this list is empty; leave the key out if the rule is for every mode"),
                Mistake.of(
                        "an unknown action",
                        "actions: [recording:play]\n",
                        "actions: [recording:listen]\n",
                        "line 18, column 15, at rules[0].actions[0]: 'recording:listen' is not an action of this policy; known here: record:view, recording:play"),
                Mistake.of(
                        "a wildcard without match",
                        "actions: [recording:play]\n",
                        "actions: [\"recordings:*\"]\n",
                        "line 18, column 15, at rules[0].actions[0]: 'recordings:*' matches no action of this policy; did you mean 'recording:*'?"),
                Mistake.of(
                        "a wildcard in the middle",
                        "actions: [recording:play]\n",
                        "actions: [\"rec*:play\"]\n",
                        "line 18, column 15, at rules[0].actions[0]: 'rec*:play' is not a wildcard; write resource:* for all actions of a resource, or * for all actions"),
                Mistake.of(
                        "an unknown level",
                        "acr: phr,",
                        "acr: phrr,",
                        "line 19, column 21, at rules[0].require.acr: 'phrr' is not an assurance level of this policy; did you mean 'phr'?"),
                Mistake.of(
                        "an age without level",
                        "acr: phr, ",
                        "",
                        "line 19, column 16, at rules[0].require.maxAge: 'maxAge' does not say of which level; add acr, one of password, phr, phrh"),
                Mistake.of(
                        "an empty requirement",
                        "{ acr: phr, maxAge: PT5M }",
                        "{}",
                        "line 19, column 14, at rules[0].require.acr: the key 'acr' is missing; write for example acr: phr"),
                Mistake.of(
                        "no demand",
                        "    require: { acr: phr, maxAge: PT5M }\n    limit: { tokenLifespan: PT5M }\n",
                        "",
                        "line 15, column 5, at rules[0]: this rule demands nothing; give it one of require, deny, limit"),
                Mistake.of(
                        "an empty limit",
                        "limit: { tokenLifespan: PT5M }",
                        "limit: {}",
                        "line 20, column 12, at rules[0].limit: this limit limits nothing; give it tokenLifespan"),
                Mistake.of(
                        "a limit of the session",
                        "limit: { tokenLifespan: PT5M }",
                        "limit: { sessionMax: PT1H }",
                        "line 20, column 14, at rules[0].limit.sessionMax: this version does not end a session by 'sessionMax'; use tokenLifespan here, or the realm's session settings"),
                Mistake.of(
                        "a denial without reason",
                        "limit: { tokenLifespan: PT5M }",
                        "deny: {}",
                        "line 20, column 11, at rules[0].deny.reason: the key 'reason' is missing; write for example reason: not_offered_here"),
                Mistake.of(
                        "a reason that is a sentence",
                        "limit: { tokenLifespan: PT5M }",
                        "deny: { reason: Not here }",
                        "line 20, column 21, at rules[0].deny.reason: 'Not here' is not a reason code (lower case, underscores, at most 48 characters); write for example not_offered_here"),
                Mistake.of(
                        "a reason of our own",
                        "limit: { tokenLifespan: PT5M }",
                        "deny: { reason: action_not_granted }",
                        "line 20, column 21, at rules[0].deny.reason: 'action_not_granted' is a reason that the decision itself gives; choose another, for example not_offered_here"),
                Mistake.of(
                        "a condition",
                        "    require:",
                        "    when: network.zone == \"unknown\"\n    require:",
                        "line 19, column 5, at rules[0].when: conditions are not understood by this version, and without its condition the rule would be stricter or looser than written; take the rule out until a version that reads 'when'"));
    }

    static Stream<Mistake> inADuration() {
        return Stream.of(
                Mistake.of(
                        "a duration in minutes",
                        "maxAge: PT5M",
                        "maxAge: 5 min",
                        "line 19, column 34, at rules[0].require.maxAge: '5 min' is not an ISO 8601 duration; did you mean PT5M?"),
                Mistake.of(
                        "a duration in seconds",
                        "maxAge: PT5M",
                        "maxAge: 300",
                        "line 19, column 34, at rules[0].require.maxAge: the number 300 does not tell its unit; write PT5M if seconds were meant"),
                Mistake.of(
                        "a duration in months",
                        "maxAge: PT5M",
                        "maxAge: P5M",
                        "line 19, column 34, at rules[0].require.maxAge: 'P5M' is not an ISO 8601 duration; did you mean PT5M?"),
                Mistake.of(
                        "a duration in words",
                        "maxAge: PT5M",
                        "maxAge: soon",
                        "line 19, column 34, at rules[0].require.maxAge: 'soon' is not an ISO 8601 duration; write for example PT5M for five minutes"),
                Mistake.of(
                        "a duration of nothing",
                        "maxAge: PT5M",
                        "maxAge: PT0S",
                        "line 19, column 34, at rules[0].require.maxAge: 'PT0S' is not longer than zero; write for example PT5M"),
                Mistake.of(
                        "a negative duration",
                        "maxAge: PT5M",
                        "maxAge: PT-5M",
                        "line 19, column 34, at rules[0].require.maxAge: 'PT-5M' is not longer than zero; write for example PT5M"),
                Mistake.of(
                        "half a second",
                        "maxAge: PT5M",
                        "maxAge: PT0.5S",
                        "line 19, column 34, at rules[0].require.maxAge: 'PT0.5S' is not a number of whole seconds; write for example PT5S"),
                Mistake.of(
                        "a lifespan of years",
                        "tokenLifespan: PT2M",
                        "tokenLifespan: P400D",
                        "line 13, column 59, at services.cti-connector.tokenLifespan: 'P400D' is longer than a year; write at most P365D"));
    }
}
