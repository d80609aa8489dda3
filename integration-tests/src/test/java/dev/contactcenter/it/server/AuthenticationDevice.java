package dev.contactcenter.it.server;

import com.sun.net.httpserver.HttpServer;
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

/**
 * The person's phone of a backchannel login (OpenID CIBA), to which Keycloak sends each request. There is one for all tests, which listens
 * from the first mention on: a port that is only remembered as free may be somebody else's when it is needed.
 */
public final class AuthenticationDevice implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int NO_BODY = -1;
    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final HttpServer SERVER = listening();

    /** Tells a server that runs beside the tests where the phone is. */
    static final String OPTION =
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=http://127.0.0.1:"
                    + SERVER.getAddress().getPort();

    private AuthenticationDevice() {
        ASKED.clear();
    }

    private static HttpServer listening() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                ASKED.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(CREATED, NO_BODY);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The phone of backchannel logins cannot listen", e);
        }
    }

    /** Switches the phone on: nothing has been asked yet. */
    public static AuthenticationDevice on() {
        return new AuthenticationDevice();
    }

    /** The person says yes to the request that came first. */
    public void approve(RealmFixture realm) {
        String authorization = Waiting.until(
                Duration.ofSeconds(10), () -> Optional.ofNullable(ASKED.poll()), () -> "The phone was not asked");
        Http.send(HttpRequest.newBuilder(URI.create(realm.url() + "/protocol/openid-connect/ext/ciba/auth/callback"))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"status\":\"SUCCEED\"}")))
                .orFail();
    }

    @Override
    public void close() {
        ASKED.clear();
    }
}
