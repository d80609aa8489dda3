package dev.contactcenter.demo.recordings;

import dev.contactcenter.demo.recordings.Demand.Assurance;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The CRM's resource server. It trusts no client and no session: each request stands on its access token. */
public final class RecordingsServer {

    private static final Demand QUEUES = new Demand("queue:monitor", "crm-api", Assurance.ANY);
    private static final Demand EXPORTS = new Demand("export:create", "crm-api", Assurance.ANY);
    private static final Demand REPORTS = new Demand("report:query", "reporting-api", Assurance.ANY);
    private static final Demand RECORDS = new Demand("record:view", "crm-api", Assurance.ANY);

    /** What an action is told of that is about no single thing. */
    private static final String ALL = "all";

    private final Guard guard;
    private final Demand playback;
    private final Evidence evidence;
    private final InstantSource clock;

    private RecordingsServer(URI issuer, Duration freshness, InstantSource clock) {
        this.guard = new Guard(new AccessTokens(issuer, Demand.audiences()), new ActionLog(issuer));
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
        routes.get("/recordings/{id}/audio", guarded(playback, context -> audio(context, context.pathParam("id"))));
        routes.get("/reports/call-outcomes", reports());
        routes.get("/evidence/{interaction}/audio", evidence());
    }

    private static void customers(Context context) {
        context.contentType("text/csv").result(Samples.CUSTOMERS);
    }

    private static void audio(Context context, String id) {
        context.contentType("audio/wav").result(Tone.wav(id));
    }

    private Handler guarded(Demand demand, Consumer<Context> answer) {
        return guard.of(
                context -> Access.to(demand.scope(), context.pathParamMap().getOrDefault("id", ALL)),
                (context, token) -> demand.judge(token.claims(), clock.instant()),
                (context, token) -> answer.accept(context));
    }

    /** Whether the token permits this dataset, and how many rows, is for the token to say, and for this server to hold to. */
    private Handler reports() {
        return guard.of(
                context -> Access.to(REPORTS.scope(), Samples.OUTCOMES),
                (context, token) -> switch (REPORTS.judge(token.claims(), clock.instant())) {
                    case Verdict.Granted granted -> Permitted.by(token.claims()).judge(Samples.OUTCOMES);
                    case Verdict.Refused refused -> refused;
                },
                (context, token) -> context.json(
                        Samples.callOutcomes(Permitted.by(token.claims()).rows())));
    }

    private Handler evidence() {
        return guard.of(
                context -> new Access(Evidence.ACTION, "interaction", interaction(context)),
                (context, token) -> evidence.judge(token, interaction(context)),
                (context, token) -> audio(context, interaction(context)));
    }

    private static String interaction(Context context) {
        return context.pathParam("interaction");
    }
}
