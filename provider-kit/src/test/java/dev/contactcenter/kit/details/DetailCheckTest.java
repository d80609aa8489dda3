package dev.contactcenter.kit.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.kit.details.DetailCheck.Party;
import dev.contactcenter.kit.policy.AcrLevels;
import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.language.DetailTerms.Use;
import dev.contactcenter.language.Justification;
import dev.contactcenter.language.PolicyDocument;
import dev.contactcenter.language.Reading;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

@DisplayName("What is asked for in detail")
class DetailCheckTest {

    private static final PolicyInForce ACTIVE = active("""
            contactCenterPolicy: 1
            revision: test
            assurance: [password]
            actions:
              record:view:     { tier: 0 }
              recording:play:  { tier: 3 }
              transcript:view: { tier: 3 }
              queue:monitor:   { tier: 0 }
            modes:
              agent:      { roles: [agent], actions: [record:view] }
              supervisor: { roles: [supervisor], actions: [record:view, recording:play, transcript:view] }
            services:
              cti: { actions: [record:view, recording:play], fields: { record: [id] } }
            details:
              record:view:     { fields: [id, status] }
              recording:play:  { justification: { least: 20, most: 200 }, use: once }
              transcript:view: { justification: { least: 10, most: 100 }, use: once }
            """);

    @Test
    void is_accepted_on_the_strictest_terms_of_its_actions() {
        DetailCheck check =
                check(Party.PERSON, "mode:supervisor", detail("call-1", Set.of(), "recording:play", "transcript:view"));

        assertThat(check)
                .isEqualTo(new DetailCheck.Accepted(
                        List.of(new ActionDetail(
                                Set.of("recording:play", "transcript:view"), "", "call-1", Set.of(), Use.ONCE)),
                        new Justification.Asked(20, 100)));
    }

    @Test
    void is_accepted_of_several_things_that_serve_as_often_as_they_are_shown() {
        ActionDetail one = detail("call-1", Set.of("id"), "record:view");
        ActionDetail other = detail("call-2", Set.of(), "record:view");

        assertThat(check(Party.SERVICE, "", one, other))
                .isEqualTo(new DetailCheck.Accepted(List.of(one, other), new Justification.NotAsked()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_refused(String why, Party party, String scope, List<ActionDetail> details) {
        assertThat(check(party, scope, details.toArray(ActionDetail[]::new))).isInstanceOf(DetailCheck.Refused.class);
    }

    static Stream<Arguments> is_refused() {
        ActionDetail play = detail("call-1", Set.of(), "recording:play");
        ActionDetail view = detail("", Set.of(), "record:view");
        return Stream.of(
                arguments("an unknown action", Party.PERSON, "", List.of(detail("", Set.of(), "record:burn"))),
                arguments("one without terms", Party.PERSON, "", List.of(detail("", Set.of(), "queue:monitor"))),
                arguments("one that the mode lacks", Party.PERSON, "mode:agent", List.of(play)),
                arguments("a mode that nobody knows", Party.PERSON, "mode:boss", List.of(view)),
                arguments("a field too many", Party.PERSON, "", List.of(detail("", Set.of("iban"), "record:view"))),
                arguments(
                        "a field of only one of two",
                        Party.PERSON,
                        "",
                        List.of(detail("call-1", Set.of("id"), "record:view", "recording:play"))),
                arguments("no interaction", Party.PERSON, "", List.of(detail("", Set.of(), "recording:play"))),
                arguments("a scope of the same name", Party.PERSON, "record:view", List.of(view)),
                arguments("once beside a scope", Party.PERSON, "queue:monitor", List.of(play)),
                arguments("once beside another", Party.PERSON, "", List.of(play, view)),
                arguments("once, and offline", Party.PERSON, "offline_access", List.of(play)),
                arguments("nobody to say why", Party.SERVICE, "", List.of(play)),
                arguments(
                        "a field that is not the service's",
                        Party.SERVICE,
                        "",
                        List.of(detail("", Set.of("status"), "record:view"))),
                arguments(
                        "one that the service lacks",
                        Party.SERVICE,
                        "",
                        List.of(detail("c", Set.of(), "transcript:view"))));
    }

    @Test
    void is_refused_without_a_policy_that_could_tell() {
        List<ActionDetail> view = List.of(detail("", Set.of(), "record:view"));

        assertThat(DetailCheck.of(view, Party.PERSON, client(), Set.of(), new PolicyInForce.Unusable("gone")))
                .isInstanceOf(DetailCheck.Refused.class);
        assertThat(DetailCheck.of(view, Party.PERSON, client(), Set.of(), new PolicyInForce.NotGoverned()))
                .isInstanceOf(DetailCheck.Refused.class);
    }

    private static DetailCheck check(Party party, String scope, ActionDetail... details) {
        return DetailCheck.of(List.of(details), party, client(), DetailScope.names(scope), ACTIVE);
    }

    private static ActionDetail detail(String interaction, Set<String> fields, String... actions) {
        return new ActionDetail(Set.of(actions), "", interaction, fields, Use.REPEATED);
    }

    /** Offers all actions that the policy knows. */
    private static ClientModel client() {
        Map<String, ClientScopeModel> optional = Stream.of(
                        "record:view", "record:burn", "recording:play", "transcript:view", "queue:monitor")
                .collect(Collectors.toMap(Function.identity(), name -> stub(ClientScopeModel.class, Map.of())));
        return stub(ClientModel.class, Map.of("getClientId", "cti", "getClientScopes", optional));
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> args != null && args.length == 1 && Boolean.TRUE.equals(args[0])
                        ? Map.of()
                        : answers.get(method.getName())));
    }

    private static PolicyInForce active(String text) {
        return switch (PolicyDocument.read(text)) {
            case Reading.Valid valid -> new PolicyInForce.Active(valid.policy(), new AcrLevels(Map.of("password", 1)));
            case Reading.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
