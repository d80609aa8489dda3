package dev.contactcenter.mappers.introspection;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import java.time.Instant;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;

/**
 * Records what became of a token once, however often it is polled: only a change is worth a record. All nodes of a cluster
 * remember that together, as they do the codes that were used.
 *
 * @param keep with the request if that is answered with a success: then the record needs no transaction of its own
 */
record ToldOnce(KeycloakSession session, AccessToken token, Keep keep) {

    private static final String KEY = "contact-center.introspected ";

    void record(PresentToken present) {
        DecisionPoint point = present.point();
        String told = new TreeMap<>(present.remainder().told().reasons()) + point.revision();
        if (session.singleUseObjects().putIfAbsent(KEY + token.getId() + told, secondsLeft(point.now()))) {
            present.remainder()
                    .refusals()
                    .forEach(refused -> point.record(refused.inquiry(), refused.decision(), keep));
        }
    }

    /** Past its end, a token has nothing left to withhold. */
    private long secondsLeft(Instant now) {
        return Math.max(1, token.getExp() - now.getEpochSecond() + 1);
    }
}
