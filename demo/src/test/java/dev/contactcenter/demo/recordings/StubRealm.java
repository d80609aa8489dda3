package dev.contactcenter.demo.recordings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What a resource server sees of a realm: its keys, its word on a token that serves once, and the place where actions are told. */
final class StubRealm implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/realms/contact-center";
    private static final String ACTIVE = """
            {"active":true,"authorization_details":[
              {"type":"contact_center_action","actions":["recording:play"],"interaction":"call-2101"}]}""";

    private final RSAKey key = newKey();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final URI issuer;
    private final WebServer server;

    StubRealm() {
        int port = LoopbackPorts.free(1).getFirst();
        this.issuer = URI.create(WebServer.url(port) + PATH);
        this.server = WebServer.start("realm", port, this::routes);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("realm").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key cannot be made", e);
        }
    }

    private void routes(RoutesConfig routes) {
        String openId = PATH + "/protocol/openid-connect";
        routes.get(openId + "/certs", context -> context.json(new JWKSet(key.toPublicJWK()).toJSONObject()));
        routes.post(
                openId + "/token/introspect",
                context -> context.contentType("application/json")
                        .result(used.getAndSet(true) ? "{\"active\":false}" : ACTIVE));
        routes.post(PATH + "/contact-center/audit/events", this::listen);
    }

    private void listen(Context context) throws JsonProcessingException {
        if (turnedAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            context.status(429).header("Retry-After", "1");
        } else {
            JSON.readTree(context.body()).path("events").forEach(told::add);
        }
    }

    URI issuer() {
        return issuer;
    }

    /** Has so many more requests to tell of something turned away, for a second each. */
    void turnAway(int requests) {
        turnedAway.set(requests);
    }

    /** What was told next. */
    JsonNode told() {
        try {
            return Optional.ofNullable(told.poll(10, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("Nothing was told"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A supervisor's token with these actions, proven a moment ago. */
    String token(String scope, String audience, Instant expires) {
        Instant now = Instant.now();
        return signed(
                key,
                new JWTClaimsSet.Builder()
                        .issuer(issuer.toString())
                        .audience(audience)
                        .subject("supervisor")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expires))
                        .jwtID("token-1")
                        .claim("typ", "Bearer")
                        .claim("sid", "session-1")
                        .claim("txn", "decision-1")
                        .claim("scope", "openid " + scope)
                        .claim("acr", "phr")
                        .claim("auth_time", now.getEpochSecond())
                        .build());
    }

    /** The same, signed by somebody else. */
    String forged(String token) {
        try {
            return signed(newKey(), SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            throw new IllegalArgumentException("It is no token", e);
        }
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.close();
    }
}
