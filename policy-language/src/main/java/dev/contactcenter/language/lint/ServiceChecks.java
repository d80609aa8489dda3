package dev.contactcenter.language.lint;

import dev.contactcenter.engine.condition.Answer;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicates;
import dev.contactcenter.engine.condition.Questions;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rollout;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that require of a service what no service can do. */
final class ServiceChecks implements Check {

    private static final int ALL = 100;

    @Override
    public Stream<Doubt> of(Checked policy) {
        return policy.rules().stream().flatMap(written -> lockedOut(written, policy.policy()).stream());
    }

    private static Optional<Doubt> lockedOut(Written written, Policy policy) {
        Rule rule = written.rule();
        boolean forServices = rule.modes().isEmpty() && isForServices(rule.rollout());
        if (!forServices || rule.effects().stream().noneMatch(Effect.Require.class::isInstance)) {
            return Optional.empty();
        }
        Set<String> locked = policy.services().values().stream()
                .filter(service -> isFor(rule, service, policy))
                .map(Service::clientId)
                .collect(Collectors.toCollection(TreeSet::new));
        return locked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Kind.SERVICE_LOCKED_OUT,
                        written.spot(),
                        "a service cannot step up, so this rule denies it: " + Quoted.list(locked),
                        "name the modes that the rule is for"));
    }

    /** Services are in no group, and of no share but the whole. */
    private static boolean isForServices(Rollout rollout) {
        return switch (rollout) {
            case Rollout.Everyone ignored -> true;
            case Rollout.Pilot pilot -> pilot.percent() == ALL;
        };
    }

    private static boolean isFor(Rule rule, Service service, Policy policy) {
        boolean excepted = rule.exemptions().stream()
                .anyMatch(exemption -> exemption.groups().isEmpty()
                        && exemption.roles().isEmpty()
                        && exemption.clients().contains(service.clientId()));
        return !excepted
                && service.actions().stream()
                        .filter(rule::looksAt)
                        .flatMap(action -> Stream.ofNullable(policy.actions().get(action)))
                        .map(Reach::told)
                        .anyMatch(action ->
                                Predicates.judged(rule.when(), asked -> answer(asked, service, action)) != Answer.NO);
    }

    private static Answer answer(Predicate predicate, Service service, Map<Attribute, Object> action) {
        return Predicates.attribute(predicate)
                .flatMap(attribute -> switch (attribute) {
                    case USER_KIND -> Optional.<Object>of("service");
                    case USER_ROLES, USER_GROUPS -> Optional.<Object>of(Set.of());
                    case MODE -> Optional.<Object>of(Attribute.NONE);
                    case CLIENT_ID -> Optional.<Object>of(service.clientId());
                    default -> Optional.ofNullable(action.get(attribute));
                })
                .map(value -> Questions.holds(predicate, value) ? Answer.YES : Answer.NO)
                .orElse(Answer.OPEN);
    }
}
