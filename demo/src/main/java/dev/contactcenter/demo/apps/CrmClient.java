package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the resource server with an access token. */
final class CrmClient {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI server;

    CrmClient(URI server) {
        this.server = server;
    }

    ApiAnswer get(String path, AccessToken token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", token.toAuthorizationHeader())
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? new ApiAnswer.Served(response)
                    : Challenge.read(
                            response.statusCode(),
                            response.headers().firstValue("WWW-Authenticate").orElse(""));
        } catch (IOException e) {
            return new ApiAnswer.Refused(503, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ApiAnswer.Refused(503, "");
        }
    }
}
