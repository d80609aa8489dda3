package dev.contactcenter.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * One request, by Keycloak's own client, so that its truststore and its proxies count here too. It follows no redirect, keeps no
 * cookie, and ends in time.
 */
public final class BoundedExchange {

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final int mostBytes;

    /**
     * For requests that are all alike.
     *
     * @param timeout for the whole of a request
     * @param mostBytes of an answer's body
     */
    public BoundedExchange(CloseableHttpClient client, Duration timeout, int mostBytes) {
        this.client = client;
        this.timeout = timeout;
        this.mostBytes = mostBytes;
    }

    /** What came back; a body that is missing is empty. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Reply(int status, byte[] body) {}

    /**
     * Sends a request. A limit for connecting and one between two bytes do not end an answer that trickles: the whole must have
     * one.
     *
     * @throws IOException if there is no whole answer in time, or too large a one; says so
     */
    public Reply send(HttpRequestBase request) throws IOException {
        request.setConfig(config());
        var answer = new FutureTask<>(() -> exchange(request));
        Thread.ofPlatform().daemon().name("contact-center-exchange").start(answer);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + timeout, late);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is being stopped", ended);
        } finally {
            // Whatever is still to come is not waited for, and not read to its end.
            request.abort();
        }
    }

    private RequestConfig config() {
        int millis = Math.toIntExact(timeout.toMillis());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(millis)
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .build();
    }

    private Reply exchange(HttpRequestBase request) throws IOException {
        // Closing breaks the connection off unless all was read.
        try (CloseableHttpResponse response = client.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            HttpEntity entity = response.getEntity();
            return new Reply(status, entity == null ? new byte[0] : body(request, entity.getContent()));
        }
    }

    private byte[] body(HttpRequestBase request, InputStream content) throws IOException {
        byte[] body = content.readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            request.abort();
            throw new IOException("the answer has more than " + mostBytes + " bytes");
        }
        return body;
    }
}
