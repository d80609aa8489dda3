package dev.contactcenter.language.lint;

import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.engine.policy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A policy that is checked.
 *
 * @param rules those that its document writes as rules and that are not disabled; not those that its signals make
 * @param now none if nobody says which day it is
 */
record Checked(Policy policy, List<Written> rules, Optional<Instant> now) {

    static Checked of(Policy policy, Optional<Instant> now) {
        List<Written> rules = IntStream.range(0, policy.rules().size())
                .mapToObj(index -> new Written(
                        policy.rules().get(index), Spot.DOCUMENT.key("rules").item(index)))
                .filter(written -> !written.isMade() && written.rule().state() != Rule.State.DISABLED)
                .toList();
        return new Checked(policy, rules, now);
    }
}
