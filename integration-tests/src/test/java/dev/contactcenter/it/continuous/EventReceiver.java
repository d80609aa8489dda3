package dev.contactcenter.it.continuous;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that security events are pushed to (RFC 8935), and that trusts none without the realm's signature. */
final class EventReceiver implements AutoCloseable {

    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final List<String> pushed = new CopyOnWriteArrayList<>();

    EventReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/events", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    private void take(HttpExchange exchange) throws IOException {
        pushed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(ACCEPTED, -1);
        exchange.close();
    }

    /** What a realm signed, about a session; anything that it did not sign fails the test. */
    List<JsonNode> about(RealmFixture realm, String session) {
        return pushed.stream()
                .map(event -> claims(realm, event))
                .filter(claims -> claims.at("/sub_id/session/id").asText().equals(session))
                .toList();
    }

    private static JsonNode claims(RealmFixture realm, String event) {
        String[] parts = event.split("\\.", -1);
        JsonNode header = Admin.object(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(key(realm, header.path("kid").asText())));
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new AssertionError("Not signed by the realm: " + event);
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError("No event that can be checked: " + event, e);
        }
        return Tokens.claims(event);
    }

    private static RSAPublicKeySpec key(RealmFixture realm, String id) {
        JsonNode key = Http.get(realm.url() + "/protocol/openid-connect/certs")
                .orFail()
                .json()
                .path("keys")
                .valueStream()
                .filter(one -> one.path("kid").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The realm has no key " + id));
        return new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
