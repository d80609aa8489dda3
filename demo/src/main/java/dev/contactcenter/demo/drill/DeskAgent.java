package dev.contactcenter.demo.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An endpoint agent on a desk: it signs what it finds, and publishes its key, for as long as its server is up. */
public final class DeskAgent implements AutoCloseable {

    /** Its name: the claim {@code iss}. */
    public static final String ISSUER = "https://desk-agent.example.test";
    /** Whom its reports are for: the claim {@code aud}. */
    public static final String AUDIENCE = "contact-center";
    /** Which header of a request carries them. */
    public static final String HEADER = "Contact-Center-Posture";

    /** The id of its device: the claim {@code sub}. */
    public static final String DEVICE = "desk-17";

    private static final long LIFE_SECONDS = 300;

    private final int port = LoopbackPorts.free(1).get(0);
    private ECKey key = newKey();
    private HttpServer server = serve();

    /** Where it publishes its key. */
    public String keysUrl() {
        return "http://127.0.0.1:" + port + "/jwks.json";
    }

    /** What it shows with a request: a device of the company that meets the rules. */
    public Map<String, String> report() {
        return Map.of(HEADER, signed(key, key.getKeyID()));
    }

    /** The same, signed by somebody else in its name. */
    Map<String, String> forgery() {
        return Map.of(HEADER, signed(newKey(), key.getKeyID()));
    }

    /** Its server of keys goes down, and the agent signs with a key that nobody has seen. */
    void loseItsServer() {
        server.stop(0);
        key = newKey();
    }

    void comeBack() {
        server = serve();
    }

    private static String signed(ECKey by, String kid) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(DEVICE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)))
                .claim(
                        "posture",
                        new TreeMap<>(Map.of("compliance", "compliant", "management", "managed", "class", "assigned")))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("posture+jwt"))
                .keyID(kid)
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A report cannot be signed", e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no keys of P-256", e);
        }
    }

    private HttpServer serve() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            byte[] keys = new ObjectMapper()
                    .writeValueAsString(new JWKSet(key.toPublicJWK()).toJSONObject())
                    .getBytes(UTF_8);
            started.createContext("/jwks.json", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The agent's keys cannot be published on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
