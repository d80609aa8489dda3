package dev.contactcenter.demo.recordings;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.function.Function;

/** Answers a request as far as its access token goes, and tells Keycloak what was done on a genuine one, or refused. */
final class Guard {

    /** Nothing here has a longer one, and Keycloak would not take it: what is asked for by it could not be told. */
    private static final int LONGEST_ID = 128;

    private final AccessTokens tokens;
    private final ActionLog actions;

    Guard(AccessTokens tokens, ActionLog actions) {
        this.tokens = tokens;
        this.actions = actions;
    }

    /** Whether a genuine token does for a request. */
    interface Judge {
        Verdict judge(Context context, GenuineToken token);
    }

    /** What is answered to a request that is served. */
    interface Answer {
        void give(Context context, GenuineToken token);
    }

    /** @param access what a request asks for */
    Handler of(Function<Context, Access> access, Judge judge, Answer answer) {
        return context -> {
            String shown = bearer(context);
            if (shown.isEmpty()) {
                refuse(context, Demand.tokenMissing());
                return;
            }
            if (access.apply(context).id().length() > LONGEST_ID) {
                context.status(404);
                return;
            }
            try {
                GenuineToken token = tokens.verify(shown);
                switch (judge.judge(context, token)) {
                    case Verdict.Granted granted -> {
                        answer.give(context, token);
                        actions.done(token, access.apply(context));
                    }
                    case Verdict.Refused refused -> {
                        refuse(context, refused);
                        actions.refused(token, access.apply(context), refused.challenge());
                    }
                }
            } catch (InvalidTokenException e) {
                refuse(context, Demand.invalidToken(String.valueOf(e.getMessage())));
            }
        };
    }

    private static String bearer(Context context) {
        String header = context.header("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
    }

    private static void refuse(Context context, Verdict.Refused refused) {
        context.status(refused.status())
                .header("WWW-Authenticate", refused.challenge())
                .json(Map.of("status", refused.status(), "challenge", refused.challenge()));
    }
}
