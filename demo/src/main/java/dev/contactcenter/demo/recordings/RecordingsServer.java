package dev.contactcenter.demo.recordings;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.contactcenter.demo.recordings.Demand.Assurance;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The CRM's resource server. It trusts no client and no session: each request stands on its access token. */
public final class RecordingsServer {

    private static final Demand QUEUES = new Demand("queue:monitor", "crm-api", Assurance.ANY);
    private static final Demand EXPORTS = new Demand("export:create", "crm-api", Assurance.ANY);
    private static final Demand REPORTS = new Demand("report:query", "reporting-api", Assurance.ANY);
    private static final Demand RECORDS = new Demand("record:view", "crm-api", Assurance.ANY);

    /** What an action is told of that is about no single thing. */
    private static final String ALL = "all";

    private final AccessTokens tokens;
    private final ActionLog actions;
    private final Demand playback;
    private final Evidence evidence;
    private final InstantSource clock;

    private RecordingsServer(URI issuer, Duration freshness, InstantSource clock) {
        this.tokens = new AccessTokens(issuer, Demand.audiences());
        this.actions = new ActionLog(issuer);
        this.playback =
                new Demand("recording:play", "recordings-api", new Assurance(List.of("phr", "phrh"), freshness));
        this.evidence = new Evidence(issuer);
        this.clock = clock;
    }

    /**
     * Starts the server.
     *
     * @param issuer the realm whose tokens are taken
     * @param freshness how old the authentication may be when a recording is played
     */
    public static WebServer start(int port, URI issuer, Duration freshness) {
        RecordingsServer server = new RecordingsServer(issuer, freshness, InstantSource.system());
        return WebServer.start("recordings", port, server::routes);
    }

    private void routes(RoutesConfig routes) {
        routes.get("/queues", guarded(QUEUES, context -> context.json(Samples.queues(clock.instant()))));
        routes.get("/exports/customers", guarded(EXPORTS, RecordingsServer::customers));
        routes.get("/recordings", guarded(RECORDS, context -> context.json(Samples.RECORDINGS)));
        routes.get("/records/{id}", guarded(RECORDS, context -> context.json(Samples.RECORD)));
        routes.get("/reports/call-outcomes", guarded(REPORTS, this::report));
        routes.get("/evidence/{interaction}/audio", this::evidence);
        routes.get("/recordings/{id}/audio", guarded(playback, RecordingsServer::audio));
    }

    private static void customers(Context context) {
        context.contentType("text/csv").result(Samples.CUSTOMERS);
    }

    /** Whether the token permits this dataset, and how many rows, is for the token to say, and for this server to hold to. */
    private void report(Context context) throws InvalidTokenException {
        Permitted permitted = Permitted.by(tokens.verify(bearer(context)));
        if (permitted.datasets().contains(Samples.OUTCOMES)) {
            context.json(Samples.callOutcomes(permitted.rows()));
        } else {
            context.status(403).json(Map.of("status", 403));
        }
    }

    /** The token says nothing by itself: whether it still serves is Keycloak's to say, once. */
    private void evidence(Context context) {
        String interaction = context.pathParam("interaction");
        switch (evidence.judge(bearer(context), interaction)) {
            case Verdict.Granted granted -> context.contentType("audio/wav").result(Tone.wav(interaction));
            case Verdict.Refused refused -> refuse(context, refused);
        }
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

    private static void audio(Context context) {
        context.contentType("audio/wav").result(Tone.wav(context.pathParam("id")));
    }

    private Handler guarded(Demand demand, Handler handler) {
        return context -> {
            switch (judge(context, demand)) {
                case Verdict.Granted granted -> {
                    handler.handle(context);
                    tell(context, demand);
                }
                case Verdict.Refused refused -> refuse(context, refused);
            }
        };
    }

    private void tell(Context context, Demand demand) throws InvalidTokenException {
        String token = bearer(context);
        String resource = context.pathParamMap().getOrDefault("id", ALL);
        actions.done(token, tokens.verify(token), demand.scope(), resource);
    }

    private Verdict judge(Context context, Demand demand) {
        String token = bearer(context);
        if (token.isEmpty()) {
            return Demand.tokenMissing();
        }
        try {
            JWTClaimsSet claims = tokens.verify(token);
            Instant now = clock.instant();
            return demand.judge(claims, now);
        } catch (InvalidTokenException e) {
            return Demand.invalidToken(String.valueOf(e.getMessage()));
        }
    }
}
