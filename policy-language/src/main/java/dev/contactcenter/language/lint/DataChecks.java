package dev.contactcenter.language.lint;

import dev.contactcenter.engine.decision.Datasets;
import dev.contactcenter.engine.decision.FieldScope;
import dev.contactcenter.engine.policy.Effect;
import dev.contactcenter.engine.policy.Mode;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import dev.contactcenter.engine.policy.Service;
import dev.contactcenter.language.Quoted;
import dev.contactcenter.language.lint.Doubt.Kind;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Limits of the data that leave a gap, or leave nothing. */
final class DataChecks implements Check {

    @Override
    public Stream<Doubt> of(Checked policy) {
        return Stream.concat(
                policy.policy().services().values().stream()
                        .sorted(Comparator.comparing(Service::clientId))
                        .flatMap(DataChecks::leftOpen),
                policy.rules().stream().flatMap(written -> nothingLeft(written, policy.policy())));
    }

    /** Who lists fields of one resource hardly means all fields of another. */
    private static Stream<Doubt> leftOpen(Service service) {
        if (service.fields().equals(FieldScope.ALL)) {
            return Stream.empty();
        }
        Set<String> open = new TreeSet<>();
        service.actions().forEach(action -> open.add(action.substring(0, action.indexOf(':'))));
        open.removeAll(service.fields().byResource().keySet());
        return open.stream()
                .map(resource -> new Doubt(
                        Kind.FIELDS_LEFT_OPEN,
                        Spot.DOCUMENT.key("services").key(service.clientId()).key("fields"),
                        "nothing is said of the fields of " + Quoted.of(resource) + ", so the service has all of them",
                        "name those that it needs"));
    }

    private static Stream<Doubt> nothingLeft(Written written, Policy policy) {
        Rule rule = written.rule();
        return rule.modes().stream()
                .sorted()
                .flatMap(name -> Stream.ofNullable(policy.modes().get(name)))
                .filter(mode -> limits(rule).anyMatch(limit -> isNothing(mode, limit)))
                .map(mode -> new Doubt(
                        Kind.NO_DATASET_LEFT,
                        written.spot(),
                        "its limit has no set of data in common with the mode " + Quoted.of(mode.name())
                                + ", which can then query nothing",
                        "name one of the mode's, or deny"));
    }

    private static Stream<Datasets> limits(Rule rule) {
        return rule.effects().stream()
                .flatMap(effect -> effect instanceof Effect.Limit limit
                        ? Stream.of(limit.obligations().data().datasets())
                        : Stream.empty());
    }

    private static boolean isNothing(Mode mode, Datasets limit) {
        return mode.datasets().and(limit) instanceof Datasets.Only only
                && only.names().isEmpty();
    }
}
