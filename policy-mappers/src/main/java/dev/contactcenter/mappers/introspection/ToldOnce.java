package dev.contactcenter.mappers.introspection;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.mappers.remainder.Reasons;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/**
 * Records what became of a token once, however often it is polled: only a change is worth a record. All nodes of a cluster
 * remember that together, as they do the codes that were used.
 */
record ToldOnce(KeycloakSession session, AccessToken token) {

    private static final String KEY = "contact-center.introspected ";

    void record(PresentToken present) {
        DecisionPoint point = present.point();
        String told = Reasons.told(present.remainder().withheld()) + point.revision();
        if (session.singleUseObjects().putIfAbsent(KEY + token.getId() + told, secondsLeft(point.now()))) {
            // The answer is a success, so that the record is stored with it and needs no transaction of its own.
            present.remainder()
                    .refusals()
                    .forEach(refused -> point.record(refused.inquiry(), refused.decision(), Keep.WITH_REQUEST));
        }
    }

    /** Past its end, a token has nothing left to withhold. */
    private long secondsLeft(Instant now) {
        return Math.max(1, token.getExp() - now.getEpochSecond() + 1);
    }
}
