package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.contactcenter.kit.http.BoundedExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * A receiver that is posted records in batches, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it. Any
 * status of success means that it has them; any other answer, a redirection included, or none, that it has not.
 *
 * <p>The id of a message is made of its content: what is delivered again, byte for byte, comes with the id that it had before.
 */
public final class WebhookSink implements Sink {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int ID_BYTES = 16;

    private final CloseableHttpClient http;
    private final Target target;

    /**
     * Whom to post to, and how.
     *
     * @param most records in a message
     * @param signing with the receiver's secrets
     */
    public record Target(String url, Duration timeout, int most, WebhookSignature signing) {}

    /** @param http is not closed by this */
    public WebhookSink(CloseableHttpClient http, Target target) {
        this.http = http;
        this.target = target;
    }

    @Override
    public String title() {
        return "the webhook " + target.url();
    }

    @Override
    public String remedy() {
        return "See that it can be reached from here and answers with a status from 200 to 299.";
    }

    @Override
    public void check() {
        // Whether it takes messages is only to be seen by sending one.
    }

    @Override
    public Delivered deliver(List<Line> lines) throws IOException {
        int status = post(lines);
        if (status >= SUCCESS && status < REDIRECTION) {
            return new Delivered.All();
        }
        if (status != TOO_LARGE && status != UNPROCESSABLE) {
            throw new IOException("it answers with the status " + status);
        }
        if (lines.size() == 1) {
            return new Delivered.AllBefore(0, "answers with the status " + status);
        }
        // What is too much or too strange may be so because of one record: that one is looked for.
        return new Delivered.Fewer();
    }

    private int post(List<Line> lines) throws IOException {
        byte[] body = body(lines).getBytes(UTF_8);
        String id = id(body);
        long seconds = Instant.now().getEpochSecond();
        var request = new HttpPost(target.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", String.valueOf(seconds));
        request.setHeader("webhook-signature", target.signing().of(id, seconds, body));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return new BoundedExchange(http, target.timeout(), MOST_BYTES)
                .send(request)
                .status();
    }

    /** Records stand in it as they are, byte for byte, so that their chain can be verified; those that are no JSON, as texts. */
    private static String body(List<Line> lines) {
        return lines.stream()
                .map(Line::text)
                .map(line -> line.startsWith("{") ? line : new TextNode(line).toString())
                .collect(Collectors.joining(",", "{\"type\":\"contact_center.records\",\"data\":[", "]}"));
    }

    private static String id(byte[] body) {
        return "msg_" + HexFormat.of().formatHex(HashUtils.hash(JavaAlgorithm.SHA256, body), 0, ID_BYTES);
    }

    @Override
    public int most() {
        return target.most();
    }

    @Override
    public void close() {
        // The client is Keycloak's.
    }
}
