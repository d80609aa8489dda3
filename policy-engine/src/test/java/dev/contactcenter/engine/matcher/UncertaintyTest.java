package dev.contactcenter.engine.matcher;

import static dev.contactcenter.engine.matcher.PropertiesTest.forAll;
import static dev.contactcenter.engine.matcher.PropertiesTest.isNotLooser;
import static dev.contactcenter.engine.matcher.Regrounded.withoutGrounds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.decision.Decision;
import dev.contactcenter.engine.policy.Exemption;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.SignalCare;
import dev.contactcenter.engine.request.AccessRequest;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whatever is not known,")
class UncertaintyTest {

    @ParameterizedTest
    @EnumSource
    void a_missing_signal_is_decided_at_least_as_strictly_as_anything_it_could_have_told(Absence why) {
        forAll((chance, policy) -> {
            Map<Signal, SignalCare> ages = new HashMap<>();
            policy.signals().forEach((signal, care) -> ages.put(signal, new SignalCare(care.maxAge(), Map.of())));
            Decider decider = Decider.of(Floor.with(policy, ages));
            ChanceRequest requests = chance.requests();
            return (request, told) -> ChanceRequest.TOLD
                    .keySet()
                    .forEach(signal -> isNotLooser(
                            decider.decide(knowing(request, signal, new Evidence.Missing<>(why))),
                            decider.decide(knowing(request, signal, now(requests.known(signal)))),
                            told + ", " + signal));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_signal_is_decided_at_least_as_strictly_as_an_unknown_one(Absence why) {
        forAll((chance, policy) -> {
            Decider decider = Decider.of(policy);
            return (request, told) -> ChanceRequest.TOLD
                    .keySet()
                    .forEach(signal -> isNotLooser(
                            decider.decide(knowing(request, signal, new Evidence.Missing<>(why))),
                            decider.decide(knowing(request, signal, unknown(signal))),
                            told + ", " + signal));
        });
    }

    /** Rules that ask whether the signal is missing can only add to it. */
    @ParameterizedTest
    @EnumSource
    void a_missing_signal_is_decided_at_least_as_strictly_as_what_was_known_last(Absence why) {
        forAll((chance, policy) -> {
            Map<Signal, SignalCare> lastKnown = new HashMap<>();
            policy.signals()
                    .forEach((signal, care) ->
                            lastKnown.put(signal, new SignalCare(care.maxAge(), Map.of(), care.lastKnown())));
            Decider decider = Decider.of(Floor.with(policy, lastKnown));
            ChanceRequest requests = chance.requests();
            return (request, told) -> ChanceRequest.TOLD.keySet().forEach(signal -> {
                Evidence.Known<Observation> last = requests.known(signal);
                isNotLooser(
                        decider.decide(knowing(request, signal, new Evidence.Missing<>(why, Optional.of(last)))),
                        decider.decide(knowing(request, signal, now(last))),
                        told + ", " + signal);
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_was_known_too_long_ago_counts_for_nothing(Absence why) {
        forAll((chance, policy) -> {
            Decider decider = Decider.of(policy);
            ChanceRequest requests = chance.requests();
            return (request, told) -> ChanceRequest.TOLD.keySet().forEach(signal -> {
                var last = new Evidence.Known<>(requests.known(signal).value(), Instant.EPOCH);
                assertThat(decider.decide(knowing(request, signal, new Evidence.Missing<>(why, Optional.of(last)))))
                        .as(told)
                        .isEqualTo(decider.decide(knowing(request, signal, new Evidence.Missing<>(why))));
            });
        });
    }

    /** What is too old is missing as well, for another reason: a policy may treat each reason in its own way. */
    private static Evidence<Observation> now(Evidence<Observation> evidence) {
        return evidence instanceof Evidence.Known<Observation>(Observation told, Instant ignored)
                ? new Evidence.Known<>(told, Floor.NOW)
                : evidence;
    }

    private static AccessRequest knowing(AccessRequest request, Signal signal, Evidence<Observation> evidence) {
        return new AccessRequest(
                request.subject(),
                request.modes(),
                request.actions(),
                request.assurance(),
                request.facts().with(signal, evidence));
    }

    private static Evidence<Observation> unknown(Signal signal) {
        Map<Attribute, Object> unknown = new HashMap<>();
        for (Attribute attribute : Attribute.values()) {
            if (attribute.signal() == signal) {
                attribute.readAsUnknown().ifPresent(word -> unknown.put(attribute, word));
            }
        }
        return new Evidence.Known<>(new Observation(unknown), Floor.NOW);
    }

    @Test
    void an_exception_that_is_not_known_to_hold_never_changes_the_decision() {
        forAll((chance, policy) -> {
            Exemption exemption = chance.exemption();
            List<Rule> excepted = new ArrayList<>();
            policy.rules().forEach(rule -> excepted.add(also(rule, exemption)));
            Decider before = Decider.of(policy);
            Decider after = Decider.of(Floor.with(policy, excepted));
            return (request, told) -> {
                Decision decision = before.decide(request);
                if (!holds(policy, request, exemption)) {
                    assertThat(withoutGrounds(after.decide(request))).as(told).isEqualTo(withoutGrounds(decision));
                } else {
                    isNotLooser(decision, after.decide(request), told);
                }
            };
        });
    }

    private static Rule also(Rule rule, Exemption exemption) {
        List<Exemption> all = new ArrayList<>(rule.exemptions());
        all.add(exemption);
        return Floor.except(rule, all.toArray(new Exemption[0]));
    }

    private static boolean holds(Policy policy, AccessRequest request, Exemption exemption) {
        var reading = new PlainReading(policy, request, Attribute.NONE, Optional.empty());
        return reading.ofException(exemption.condition()) == Answer.YES;
    }
}
