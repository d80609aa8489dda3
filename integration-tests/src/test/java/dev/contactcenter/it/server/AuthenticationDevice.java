package dev.contactcenter.it.server;

import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The person's phone of a backchannel login (OpenID CIBA), to which Keycloak sends each request. */
public final class AuthenticationDevice implements AutoCloseable {

    private static final int PORT = LoopbackPorts.free(1).getFirst();
    private static final int CREATED = 201;
    private static final int NO_BODY = -1;

    /** Tells a server that runs beside the tests where the phone is. */
    static final String OPTION =
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=http://127.0.0.1:" + PORT;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private AuthenticationDevice(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            // The next test's phone is another server at the same port: Keycloak must not keep this connection for it.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(CREATED, NO_BODY);
            exchange.close();
        });
    }

    /** Switches the phone on. */
    public static AuthenticationDevice on() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
            var device = new AuthenticationDevice(server);
            server.start();
            return device;
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can listen at port " + PORT, e);
        }
    }

    /** The person says yes to the request that came first. */
    public void approve(RealmFixture realm) {
        String authorization = Waiting.until(
                Duration.ofSeconds(10), () -> Optional.ofNullable(asked.poll()), () -> "The phone was not asked");
        Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/ext/ciba/auth/callback"))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"status\":\"SUCCEED\"}")))
                .orFail();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
