package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import dev.contactcenter.language.lint.Written.Condition;
import dev.contactcenter.language.lint.Written.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions about signals that are missing. */
final class SignalChecks implements Check {

    @Override
    public Stream<Doubt> of(Checked policy) {
        List<Doubt> doubts = new ArrayList<>();
        Set<Signal> told = EnumSet.noneOf(Signal.class);
        for (Written written : policy.rules()) {
            List<Action> actions = new Reach(policy.policy(), written.rule()).actions();
            for (Condition condition : written.conditions()) {
                for (Predicate predicate : Predicates.in(condition.when())) {
                    Predicates.attribute(predicate)
                            .filter(attribute -> !attribute.signal().isTold() && told.add(attribute.signal()))
                            .map(attribute -> withoutSource(attribute, written.rule(), condition, policy.policy()))
                            .ifPresent(doubts::add);
                }
                escape(condition, actions, policy.policy()).ifPresent(doubts::add);
            }
        }
        return doubts.stream();
    }

    /** Once for each signal: every other condition about it is in the same case. */
    private static Doubt withoutSource(Attribute attribute, Rule rule, Condition condition, Policy policy) {
        boolean unknown = new Reach(policy, rule)
                .actions().stream()
                        .allMatch(action -> Silence.of(attribute.signal(), policy, action.tier())
                                .reads(attribute));
        String consequence = condition.part() == Part.EXCEPTION
                ? "an exception that asks for it never applies"
                : unknown
                        ? "conditions always read it as unknown"
                        : "a " + condition.part().word() + " that asks for it counts as applying to everybody";
        return new Doubt(
                Kind.SIGNAL_WITHOUT_SOURCE,
                condition.spot(),
                "nothing in this version tells " + Quoted.of(attribute.path()) + ", so " + consequence,
                suggestion(rule, condition.part()));
    }

    private static String suggestion(Rule rule, Part part) {
        if (part == Part.EXCEPTION) {
            return "take the exception out until a version does";
        }
        return rule.state() == Rule.State.REPORT_ONLY
                ? "keep the rule report-only until a version does"
                : "set the rule's state to report-only until a version does";
    }

    private static Optional<Doubt> escape(Condition condition, List<Action> actions, Policy policy) {
        if (condition.part() == Part.EXCEPTION) {
            return Optional.empty();
        }
        return Stream.of(Signal.values())
                .filter(Signal::isObserved)
                .filter(signal -> actions.stream().anyMatch(action -> escapes(signal, condition, action, policy)))
                .findFirst()
                .map(signal -> new Doubt(
                        Kind.UNKNOWN_ESCAPES,
                        condition.spot(),
                        "signals." + signal.label()
                                + " says read: unknown, of which this condition is false: whoever keeps the signal"
                                + " away escapes the " + condition.part().word(),
                        "ask for \"unknown\" too, or ask with != for what is good"));
    }

    private static boolean escapes(Signal signal, Condition condition, Action action, Policy policy) {
        Silence silence = Silence.of(signal, policy, action.tier());
        return !silence.why().isEmpty()
                && policy.rules().stream().noneMatch(rule -> covers(rule, silence, action))
                && Predicates.judged(condition.when(), silence::asUnknown) == Answer.NO;
    }

    /** Whether something is demanded anyway when the signal is missing. */
    private static boolean covers(Rule rule, Silence silence, Action action) {
        return Written.isMade(rule)
                && rule.looksAt(action.name())
                && Predicates.in(rule.when()).stream()
                        .anyMatch(predicate -> predicate instanceof Predicate.IsMissing missing
                                && missing.signal() == silence.signal()
                                && missing.why().containsAll(silence.why()));
    }
}
