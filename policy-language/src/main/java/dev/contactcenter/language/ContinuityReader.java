package dev.contactcenter.language;

import dev.contactcenter.engine.request.Continuity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Reads {@code continuity} of a policy, and {@code continues} of a request: what goes on that was granted before. */
final class ContinuityReader {

    static final String GRANTED = "granted";
    static final String SINCE = "since";

    /** A call that is longer than that is not what a grace is for. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Findings findings;
    private final Values values;
    private final Names names;
    private final Durations durations;

    ContinuityReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.names = new Names(findings);
        this.durations = new Durations(findings);
    }

    /** How long what the rules no longer permit goes on in a live interaction; zero for not at all. */
    Duration grace(Fields root) {
        return root.find("continuity")
                .flatMap(values::mapping)
                .flatMap(body -> new Fields(body, findings, "grace").require("grace", "grace: PT10M"))
                .flatMap(this::grace)
                .orElse(Duration.ZERO);
    }

    private Optional<Duration> grace(Node node) {
        return durations.read(node).filter(grace -> {
            boolean bounded = grace.compareTo(LONGEST) <= 0;
            if (!bounded) {
                findings.error(
                        node.place(),
                        Quoted.of(grace.toString()) + " is longer than an hour, which is the longest grace",
                        "write at most PT1H");
            }
            return bounded;
        });
    }

    /** That a request is about an established session, and what that had. */
    Continuity continues(Fields given, Collection<String> actions, Instant now) {
        return given.find("continues")
                .flatMap(values::mapping)
                .<Continuity>map(body -> {
                    var fields = new Fields(body, findings, GRANTED, SINCE);
                    Set<String> granted = fields.require(GRANTED, "granted: [record:view]")
                            .map(node -> values.any(node, action -> names.declared(action, actions, "an action")))
                            .orElse(Set.of());
                    Duration ago = fields.find(SINCE).flatMap(durations::age).orElse(Duration.ZERO);
                    return new Continuity.Continued(granted, now.minus(ago));
                })
                .orElseGet(Continuity::beginning);
    }
}
