package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.Floor.FIVE_MINUTES;
import static dev.contactcenter.engine.matcher.Floor.SUPERVISOR;
import static dev.contactcenter.engine.matcher.Floor.limit;
import static dev.contactcenter.engine.matcher.Floor.refuse;
import static dev.contactcenter.engine.matcher.Floor.require;
import static dev.contactcenter.engine.matcher.Floor.rule;
import static dev.contactcenter.engine.policy.Response.DOWNSCOPE;
import static dev.contactcenter.engine.policy.Response.END;
import static dev.contactcenter.engine.policy.Response.STEP_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.contactcenter.engine.policy.Response;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.AccessRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a refusal means for a session")
class ViolationTest {

    private static final Set<String> PLAY = Set.of("play");
    private static final Map<String, Duration> PROVEN = Map.of("phr", Duration.ofMinutes(10));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_the_strictest_word_of_the_rules_that_cause_it(String name, List<Rule> rules, Response response) {
        Decider decider = Decider.of(Floor.policy(rules.toArray(Rule[]::new)));
        AccessRequest request = Floor.request(SUPERVISOR, PLAY, PROVEN);

        assertThat(decider.respond(request, decider.decide(request))).isEqualTo(response);
    }

    static Stream<Arguments> is_the_strictest_word_of_the_rules_that_cause_it() {
        Rule stale = rule("stale", PLAY, require("phr", FIVE_MINUTES));
        Rule denied = rule("denied", PLAY, refuse("no"));
        return Stream.of(
                arguments("nothing refused", List.of(meaning(END, rule("met", PLAY, require("phr")))), DOWNSCOPE),
                arguments("nothing said", List.of(stale, denied), DOWNSCOPE),
                arguments("a step-up", List.of(meaning(STEP_UP, stale)), STEP_UP),
                arguments("an end", List.of(meaning(END, denied)), END),
                arguments("the stricter", List.of(meaning(END, denied), meaning(STEP_UP, stale)), END),
                arguments("the stricter first", List.of(meaning(STEP_UP, stale), meaning(END, denied)), END),
                arguments(
                        "not that of a demand that is met",
                        List.of(meaning(END, rule("met", PLAY, require("phr"))), meaning(STEP_UP, stale)),
                        STEP_UP),
                arguments(
                        "not that of a limit",
                        List.of(meaning(END, rule("short", PLAY, limit(FIVE_MINUTES))), denied),
                        DOWNSCOPE),
                arguments(
                        "not that of a rule for another action",
                        List.of(meaning(END, rule("other", Set.of("view"), refuse("no"))), denied),
                        DOWNSCOPE),
                arguments(
                        "not that of a rule that only reports",
                        List.of(Floor.in(Rule.State.REPORT_ONLY, meaning(END, denied)), stale),
                        DOWNSCOPE));
    }

    private static Rule meaning(Response response, Rule rule) {
        return new Rule(
                rule.id(),
                rule.state(),
                rule.target(),
                rule.modes(),
                rule.when(),
                rule.rollout(),
                rule.exemptions(),
                rule.effects(),
                response);
    }
}
