package dev.contactcenter.endpoints.transmitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.endpoints.streams.Credentials;
import dev.contactcenter.kit.http.BoundedExchange;
import dev.contactcenter.kit.http.BoundedExchange.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicNameValuePair;
import org.keycloak.common.util.Time;

/** Calls a transmitter with an access token of its authorization server (CAEP Interoperability Profile 1.0 §2.7). */
public final class TransmitterClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOKEN_BYTES = 64 * 1024;
    private static final long SHORT_LIFE_SECONDS = 60;

    private final CloseableHttpClient client;
    private final AccessTokens tokens;

    /** @param tokens of this server */
    public TransmitterClient(CloseableHttpClient client, AccessTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /**
     * Posts JSON. A token that the transmitter does not take any more is fetched anew once.
     *
     * @throws IOException if there is no answer; says why, without any secret
     */
    public Reply post(URI url, Credentials credentials, JsonNode body, Call call) throws IOException {
        Reply reply = send(url, token(credentials, call), body, call);
        if (reply.status() != UNAUTHORIZED) {
            return reply;
        }
        tokens.forget(credentials);
        return send(url, token(credentials, call), body, call);
    }

    private Reply send(URI url, String token, JsonNode body, Call call) throws IOException {
        var request = new HttpPost(url);
        request.setHeader("Authorization", "Bearer " + token);
        request.setHeader("Accept", "application/json");
        request.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
        return new BoundedExchange(client, call.timeout(), call.mostBytes()).send(request);
    }

    private String token(Credentials credentials, Call call) throws IOException {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        Optional<String> known = tokens.get(credentials, now);
        if (known.isPresent()) {
            return known.get();
        }
        Reply reply = new BoundedExchange(client, call.timeout(), TOKEN_BYTES).send(request(credentials));
        if (reply.status() != OK) {
            throw new IOException("the token endpoint answers with the status " + reply.status());
        }
        JsonNode answer = JSON.readTree(reply.body());
        String token = answer == null ? "" : answer.path("access_token").asText();
        if (token.isEmpty()) {
            throw new IOException("the token endpoint gives no access token");
        }
        tokens.put(credentials, token, now.plusSeconds(answer.path("expires_in").asLong(SHORT_LIFE_SECONDS)));
        return token;
    }

    private static HttpPost request(Credentials credentials) {
        var request = new HttpPost(credentials.tokenEndpoint());
        // rfc6749| 2.3.1. The client identifier is encoded using the "application/x-www-form-urlencoded" encoding
        // algorithm
        String both =
                URLEncoder.encode(credentials.clientId(), UTF_8) + ":" + URLEncoder.encode(credentials.secret(), UTF_8);
        request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        request.setHeader("Accept", "application/json");
        NameValuePair grant = new BasicNameValuePair("grant_type", "client_credentials");
        request.setEntity(new UrlEncodedFormEntity(
                credentials.scope().isEmpty()
                        ? List.of(grant)
                        : List.of(grant, new BasicNameValuePair("scope", credentials.scope())),
                UTF_8));
        return request;
    }
}
