package dev.contactcenter.demo.desk;

import dev.contactcenter.demo.web.Page;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Stands in for the endpoint agent of the computer: its page lets a person choose what is reported, and gives the browser the
 * report as a cookie. Cookies know no ports, so that Keycloak on the same host gets it.
 */
public final class DeskServer {

    /** What carries the report. */
    public static final String COOKIE = "contact-center-posture";

    /** Short, because a report belongs to the session that shows it first and the next sign-in must not find it. */
    private static final Duration CARRIED = Duration.ofMinutes(1);

    private final DeskAgent agent = new DeskAgent();

    private DeskServer() {}

    /** Starts it. */
    public static WebServer start(int port) {
        return WebServer.start("desk", port, new DeskServer()::routes);
    }

    /** Where the agent publishes its key. */
    public static String keysUrl(URI desk) {
        // Not by name: Keycloak must not wait for an IPv6 address on which nobody listens.
        return "http://127.0.0.1:" + desk.getPort() + "/jwks.json";
    }

    private void routes(RoutesConfig routes) {
        routes.get("/", context -> show(context, ""));
        routes.get(
                "/jwks.json", context -> context.contentType("application/json").result(agent.publicKeys()));
        routes.post("/report/compliant", context -> report(context, Posture.COMPLIANT));
        routes.post("/report/noncompliant", context -> report(context, Posture.NONCOMPLIANT));
        routes.post("/silence", this::silence);
    }

    private void report(Context context, Posture posture) {
        set(context, agent.report(posture), CARRIED);
        show(context, posture.name().toLowerCase(Locale.ROOT));
    }

    private void silence(Context context) {
        set(context, "", Duration.ZERO);
        show(context, "silent");
    }

    private static void set(Context context, String report, Duration life) {
        var cookie = new Cookie(COOKIE, report, "/", (int) life.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
    }

    private static void show(Context context, String reported) {
        context.status(HttpStatus.OK);
        Page.show(
                context,
                "desk",
                Map.of(
                        "title",
                        "Desk agent",
                        "device",
                        DeskAgent.DEVICE,
                        "reported",
                        Map.of(reported.isEmpty() ? "nothing" : reported, true)));
    }
}
