package dev.contactcenter.demo.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;

/** A web server on the loopback interface, with the demo's style sheet and scripts under {@code /static}. */
public final class WebServer implements AutoCloseable {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; media-src data:; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private final Javalin server;
    private final Runnable beforeStop;

    private WebServer(Javalin server, Runnable beforeStop) {
        this.server = server;
        this.beforeStop = beforeStop;
    }

    /**
     * Starts a server.
     *
     * @param name names the session cookie: cookies know no ports, so each app on {@code localhost} needs its own
     * @param routes what the server answers
     */
    public static WebServer start(String name, int port, Consumer<RoutesConfig> routes) {
        return start(name, port, routes, () -> {});
    }

    /**
     * Starts a server whose answers may still be under way when it stops.
     *
     * @param beforeStop ends them
     */
    public static WebServer start(String name, int port, Consumer<RoutesConfig> routes, Runnable beforeStop) {
        return new WebServer(
                Javalin.create(config -> configure(config, name, routes)).start("127.0.0.1", port), beforeStop);
    }

    /** For example {@code http://localhost:8081}, without a slash at the end. */
    public static URI url(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static void configure(JavalinConfig config, String name, Consumer<RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.modifyServletContextHandler(handler -> handler.setSessionHandler(sessions(name)));
        config.staticFiles.add(files -> {
            files.hostedPath = "/static";
            files.directory = "/demo/static";
            files.location = Location.CLASSPATH;
        });
        config.routes.before(WebServer::guard);
        routes.accept(config.routes);
    }

    private static SessionHandler sessions(String name) {
        SessionHandler sessions = new SessionHandler();
        sessions.setSessionCookie(name);
        sessions.setHttpOnly(true);
        // Not Strict: the way back from Keycloak is a navigation from elsewhere.
        sessions.setSameSite(SameSite.LAX);
        sessions.setMaxInactiveInterval(8 * 3600);
        return sessions;
    }

    private static void guard(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cache-Control", "no-store");
        // Another port of localhost is the same site: SameSite cookies alone would let it post here.
        String origin = context.header("Sec-Fetch-Site");
        if (context.req().getMethod().equals("POST")
                && origin != null
                && !Set.of("same-origin", "none").contains(origin)) {
            throw new ForbiddenResponse("A form of another site cannot be sent here.");
        }
    }

    @Override
    public void close() {
        beforeStop.run();
        server.stop();
    }
}
