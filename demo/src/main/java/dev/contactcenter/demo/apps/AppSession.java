package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an app remembers about one browser; kept on the server, so that no token reaches the browser. */
final class AppSession {

    private static final String TOKENS = "tokens";
    private static final String REFRESH = "refresh";
    private static final String NOTICE = "notice";
    private static final String CHALLENGE = "challenge";
    private static final String PLAYER = "player";
    private static final String EXPORT = "export";
    private static final String PENDING = "pending:";

    private final Context context;

    AppSession(Context context) {
        this.context = context;
    }

    Optional<Tokens> tokens() {
        return Optional.ofNullable(context.<Tokens>sessionAttribute(TOKENS));
    }

    /** Whoever knew the session id before the sign-in must not know it after. */
    void signedIn(Tokens tokens) {
        context.req().changeSessionId();
        context.sessionAttribute(TOKENS, tokens);
    }

    void refreshed(Tokens before, Tokens after) {
        context.sessionAttribute(TOKENS, after);
        context.sessionAttribute(REFRESH, report(before.scope(), after.scope()));
    }

    private static Map<String, Object> report(Scope before, Scope after) {
        Scope lost = new Scope(before);
        lost.removeAll(after);
        return Map.of("before", before.toString(), "after", after.toString(), "lost", lost.toString());
    }

    void begin(Pending pending) {
        context.sessionAttribute(PENDING + pending.state(), pending);
    }

    /** The authorization request of that state; each is answered once. */
    Optional<Pending> end(State state) {
        return Optional.ofNullable(context.consumeSessionAttribute(PENDING + state));
    }

    /** Shows a sentence on the next page. */
    void notice(String sentence) {
        context.sessionAttribute(NOTICE, sentence);
    }

    void challenged(Challenge challenge) {
        context.sessionAttribute(CHALLENGE, challenge.header());
    }

    void play(String recording, byte[] audio) {
        String data = "data:audio/wav;base64," + Base64.getEncoder().encodeToString(audio);
        context.sessionAttribute(PLAYER, Map.of("recording", recording, "audio", data));
    }

    void exported(String table) {
        context.sessionAttribute(EXPORT, Map.of("table", table));
    }

    void forgetPerson() {
        context.req().getSession().invalidate();
    }

    /** Puts what is to be shown into a page; notice, player and export are shown once. */
    void fill(Map<String, Object> model) {
        model.put("refresh", orFalse(context.sessionAttribute(REFRESH)));
        model.put("challenge", orFalse(context.sessionAttribute(CHALLENGE)));
        model.put("notice", orFalse(context.consumeSessionAttribute(NOTICE)));
        model.put("export", orFalse(context.consumeSessionAttribute(EXPORT)));
        model.put("player", orFalse(context.consumeSessionAttribute(PLAYER)));
    }

    private static Object orFalse(@Nullable Object value) {
        return value == null ? false : value;
    }
}
