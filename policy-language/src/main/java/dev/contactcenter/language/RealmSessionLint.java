package dev.contactcenter.language;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.policy.Policy;
import dev.contactcenter.language.lint.Doubt;
import dev.contactcenter.language.lint.SessionLimit;
import java.time.Duration;

/** Warns about limits of a session that the realm's own make needless: the shorter of the two always counts. */
final class RealmSessionLint {

    private final RealmSessions realm;
    private final Spots spots;
    private final Findings findings;

    RealmSessionLint(RealmSessions realm, Spots spots, Findings findings) {
        this.realm = realm;
        this.spots = spots;
        this.findings = findings;
    }

    void check(Policy policy) {
        SessionLimit.of(policy).forEach(limit -> {
            boolean max = limit.key().equals(SessionLimit.MAX);
            Bound own = max ? realm.max() : realm.idle();
            if (own instanceof Bound.AtMost(Duration shortest)
                    && limit.duration().compareTo(shortest) >= 0) {
                findings.warning(
                        Doubt.Kind.SESSION_LIMIT_NEEDLESS.code(),
                        spots.place(limit.spot()),
                        "the realm itself ends a session " + (max ? "after " : "that rests for ") + shortest,
                        "make it shorter, or take it out");
            }
        });
    }
}
