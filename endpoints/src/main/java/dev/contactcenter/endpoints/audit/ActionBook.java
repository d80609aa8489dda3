package dev.contactcenter.endpoints.audit;

import dev.contactcenter.endpoints.receiver.EventBook;
import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.RecordTime;
import dev.contactcenter.kit.record.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;

/** Takes told actions in, each once: its row and its record are stored in one transaction. */
final class ActionBook {

    /** No stream of security events can have this name. */
    private static final String STREAM = "audit:events";

    private static final String DISPUTED = "disputed";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Teller teller;
    private final Instant now;

    /** @param session one whose context has the realm */
    ActionBook(KeycloakSession session, Teller teller, Instant now) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.teller = teller;
        this.now = now;
    }

    /**
     * What became of a told action.
     *
     * @param outcome {@code recorded}, {@code disputed}, or {@code known} if the same was told before
     * @param reason reason code of a dispute; empty otherwise
     */
    record Entered(String id, String outcome, String reason) {}

    Entered enter(ToldAction told) {
        EventBook book = new EventBook(session);
        String key = key(told.id());
        String same = key(told.id() + "\n" + told.contents());
        if (book.knows(same)) {
            return new Entered(told.id(), "known", "");
        }
        boolean otherwise = book.knows(key);
        enter(book, same);
        if (!otherwise) {
            enter(book, key);
        }
        Finding finding = new TokenCheck(session, teller).of(told);
        return keep(told, otherwise ? finding.disputed("told_otherwise_before") : finding);
    }

    private String key(String id) {
        return EventBook.key(realm.getId(), STREAM, teller.space() + "\n" + id);
    }

    private void enter(EventBook book, String key) {
        book.enter(
                key,
                realm.getId(),
                STREAM,
                now,
                now.plus(ToldAction.LONGEST_AGO).plus(ToldAction.SKEW));
    }

    private Entered keep(ToldAction told, Finding finding) {
        return switch (finding) {
            case Finding.Borne(AccessToken token) -> {
                keep(told, told.result().word(), "", token);
                yield new Entered(told.id(), "recorded", "");
            }
            case Finding.Disputed(AccessToken token, String why) -> {
                keep(told, DISPUTED, why, token);
                yield new Entered(told.id(), DISPUTED, why);
            }
            case Finding.NoToken ignored -> {
                keep(told, DISPUTED, "token_not_genuine", null);
                yield new Entered(told.id(), DISPUTED, "token_not_genuine");
            }
        };
    }

    private void keep(ToldAction told, String outcome, String reason, @Nullable AccessToken token) {
        boolean isPrivileged =
                outcome.equals(DISPUTED) || DecisionPoint.of(session).policy().isPrivileged(told.action());
        DecisionRecord event = DecisionRecord.ofEvent(
                DecisionRecord.BUSINESS_ACTION,
                now,
                realm.getName(),
                outcome,
                reason,
                token == null ? DecisionRecord.Actor.NOBODY : actor(token),
                about(told, outcome, token));
        DecisionRecord record = event.following(
                token == null ? "" : TokenClaims.decision(token),
                token == null ? "" : TokenClaims.mode(token),
                List.of(told.action()),
                resources(told),
                isPrivileged);
        session.getProvider(DecisionRecorder.class).record(record, Keep.WITH_REQUEST);
    }

    private static List<Resource> resources(ToldAction told) {
        return told.resourceId().isEmpty() ? List.of() : List.of(new Resource(told.resourceType(), told.resourceId()));
    }

    private DecisionRecord.Actor actor(AccessToken token) {
        @Nullable
        UserModel user = token.getSubject() == null ? null : session.users().getUserById(realm, token.getSubject());
        return new DecisionRecord.Actor(
                text(token.getSubject()),
                user == null ? "" : user.getUsername(),
                text(token.getSessionId()),
                text(token.getIssuedFor()),
                "");
    }

    /** What was claimed stands beside what the token says only where they may differ: in a dispute. */
    private Map<String, String> about(ToldAction told, String outcome, @Nullable AccessToken token) {
        Map<String, String> about = new TreeMap<>(Map.of(
                "event", told.id(),
                "told_by", teller.name(),
                "occurred_at", RecordTime.of(told.at())));
        put(about, "detail", told.detail());
        if (token != null) {
            put(about, "jti", text(token.getId()));
        }
        if (outcome.equals(DISPUTED)) {
            about.put("result", told.result().word());
            put(about, "claimed_jti", told.claimed().jti());
            put(about, "claimed_sid", told.claimed().sid());
            put(about, "claimed_txn", told.claimed().txn());
        }
        return about;
    }

    private static void put(Map<String, String> about, String name, String text) {
        if (!text.isEmpty()) {
            about.put(name, text);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
