package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Alternatives;
import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.condition.Term;
import dev.contactcenter.engine.policy.Action;
import dev.contactcenter.engine.policy.BreakGlass;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the rules deny, whatever the request, all that administrators are granted (actions of the resource {@code admin}), or all
 * that anybody is, and no break-glass account is there to get around them.
 */
final class Lockouts implements Check {

    /** Trials; of more, nobody is told anything. */
    private static final int MOST = 20_000;

    private static final String ADMIN = "admin:";

    @Override
    public Stream<Doubt> of(Checked checked) {
        Policy policy = checked.policy();
        List<Rule> denying =
                policy.rules().stream().filter(Lockouts::alwaysBinds).toList();
        if (denying.isEmpty() || policy.breakGlass() instanceof BreakGlass.Accounts) {
            return Stream.empty();
        }
        List<Access> all = granted(policy);
        List<Access> ofAdministrators = all.stream()
                .filter(access -> access.action().name().startsWith(ADMIN))
                .toList();
        return lockout(ofAdministrators, denying, checked)
                .map(Stream::of)
                .orElseGet(() -> lockout(all, denying, checked).stream());
    }

    private record Access(String mode, Action action) {}

    private static List<Access> granted(Policy policy) {
        return policy.modes().values().stream()
                .flatMap(mode -> mode.actions().stream()
                        .flatMap(name -> Stream.ofNullable(policy.actions().get(name)))
                        .map(action -> new Access(mode.name(), action)))
                .toList();
    }

    private static boolean alwaysBinds(Rule rule) {
        return rule.state() == Rule.State.ENFORCED
                && rule.exemptions().isEmpty()
                && rule.rollout() instanceof Rollout.Everyone
                && rule.effects().stream().anyMatch(Effect.Refuse.class::isInstance);
    }

    private static Optional<Doubt> lockout(List<Access> accesses, List<Rule> denying, Checked checked) {
        if (accesses.isEmpty() || accesses.size() * denying.size() > MOST) {
            return Optional.empty();
        }
        List<Rule> needed = new ArrayList<>();
        for (Access access : accesses) {
            Optional<Rule> denies = denying.stream()
                    .filter(rule -> denies(rule, access, checked.policy()))
                    .findFirst();
            if (denies.isEmpty()) {
                return Optional.empty();
            }
            needed.add(denies.get());
        }
        return Optional.of(told(accesses, needed, checked));
    }

    private static Doubt told(List<Access> accesses, List<Rule> needed, Checked checked) {
        var actions = new TreeSet<>(
                accesses.stream().map(access -> access.action().name()).toList());
        var ids = new TreeSet<>(needed.stream().map(Rule::id).toList());
        Spot spot = checked.rules().stream()
                .filter(written -> needed.contains(written.rule()))
                .map(Written::spot)
                .findFirst()
                .orElse(Spot.DOCUMENT.key("signals"));
        return new Doubt(
                Kind.LOCKOUT,
                spot,
                "every administrator is locked out: nobody gets past " + Quoted.list(ids) + " in any mode that grants "
                        + Quoted.list(actions) + ", and there is no break-glass account",
                "add breakGlass, a condition or an exception");
    }

    private static boolean denies(Rule rule, Access access, Policy policy) {
        boolean looks = rule.looksAt(access.action().name())
                && (rule.modes().isEmpty() || rule.modes().contains(access.mode()));
        return looks && appliesAlways(rule, access, policy);
    }

    private static boolean appliesAlways(Rule rule, Access access, Policy policy) {
        Formula left = Predicates.settled(rule.when(), predicate -> known(predicate, access, policy));
        if (!(Alternatives.of(left) instanceof Alternatives.Listed(List<Term> terms))) {
            return false;
        }
        List<Formula> ways = terms.stream().map(Lockouts::answerable).toList();
        return new Exclusions(new Reach(policy, rule))
                .in(new Formula.Not(new Formula.Any(ways)))
                .isPresent();
    }

    private static Answer known(Predicate predicate, Access access, Policy policy) {
        Optional<Signal> signal = Silence.asked(predicate);
        if (signal.isPresent() && !signal.get().isTold()) {
            return Silence.of(signal.get(), policy, access.action().tier()).whenNotProvided(predicate);
        }
        Map<Attribute, Object> action = Reach.told(access.action());
        return Predicates.attribute(predicate)
                .map(attribute -> attribute == Attribute.MODE ? access.mode() : action.get(attribute))
                .map(value -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO)
                .orElse(Answer.OPEN);
    }

    /** What is left of an alternative once all that nothing can answer counts as applying. */
    private static Formula answerable(Term term) {
        Stream<Formula> wanted = term.wanted().stream().filter(Lockouts::isTold).map(Formula.Atom::new);
        Stream<Formula> unwanted = term.unwanted().stream()
                .filter(Lockouts::isTold)
                .map(predicate -> new Formula.Not(new Formula.Atom(predicate)));
        return new Formula.All(Stream.concat(wanted, unwanted).toList());
    }

    private static boolean isTold(Predicate predicate) {
        return Silence.asked(predicate).map(Signal::isTold).orElse(true);
    }
}
