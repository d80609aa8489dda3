package dev.contactcenter.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in with a password through the login page and refreshes, as one application would. */
public final class SignIns {

    /** The application. */
    public static final String CLIENT = "agent-desktop";

    static final String CALLBACK = "http://localhost:9/callback";

    /** So many people sign in, in turns. */
    public static final int AGENTS = 100;

    private static final String SCOPE = "openid mode:agent record:view record:edit";
    private static final String PASSWORD = "demo";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** The example of RFC 7636, appendix B: the load is not about randomness. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String realm;
    private final Supplier<Map<String, String>> carried;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * Those of a realm.
     *
     * @param realm its URL, of any server that has it
     * @param carried headers that the browser sends with each request of a sign-in; asked once a sign-in
     */
    public SignIns(URI realm, Supplier<Map<String, String>> carried) {
        this.realm = realm + "/protocol/openid-connect/";
        this.carried = carried;
    }

    /** What the application has then. */
    public record Tokens(String access, String refresh) {

        /** The session that they are of, as the access token tells it. */
        public String session() throws IOException {
            return JSON.readTree(Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]))
                    .path("sid")
                    .asText();
        }
    }

    /** Signs the next of many in. */
    Tokens signIn() throws IOException, InterruptedException {
        return signIn(agent(turn.getAndIncrement() % AGENTS));
    }

    /** One sign-in of somebody with the password {@code demo}, from the authorization request to the tokens. */
    public Tokens signIn(String user) throws IOException, InterruptedException {
        Map<String, String> cookies = new TreeMap<>();
        Map<String, String> headers = carried.get();
        String request = realm + "auth?"
                + form(Map.of(
                        "client_id",
                        CLIENT,
                        "response_type",
                        "code",
                        "scope",
                        SCOPE,
                        "redirect_uri",
                        CALLBACK,
                        "code_challenge",
                        CHALLENGE,
                        "code_challenge_method",
                        "S256"));
        HttpResponse<String> page =
                send(with(headers, HttpRequest.newBuilder(URI.create(request)).GET()), cookies);
        String action = first(FORM, page.body()).replace("&amp;", "&");
        HttpResponse<String> answer =
                send(with(headers, post(URI.create(action), Map.of("username", user, "password", PASSWORD))), cookies);
        String code = first(CODE, answer.headers().firstValue("location").orElse(answer.body()));
        return tokens(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
    }

    /**
     * One sign-in by a single request (RFC 6749 §4.3), in a realm that permits that: it leaves the same session behind, and takes a fraction
     * of the time.
     */
    public Tokens signInAtOnce(String user) throws IOException, InterruptedException {
        return tokens(Map.of(
                "grant_type", "password",
                "client_id", CLIENT,
                "username", user,
                "password", PASSWORD,
                "scope", SCOPE));
    }

    /** The user name of one of them. */
    public static String agent(int number) {
        return "agent-" + number;
    }

    /** One refresh, with the refresh token. */
    public Tokens refresh(String token) throws IOException, InterruptedException {
        return tokens(Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", token));
    }

    private Tokens tokens(Map<String, String> grant) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(post(URI.create(realm + "token"), grant).build(), BodyHandlers.ofString());
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || !body.path("scope").asText().contains("record:view")) {
            throw new IllegalStateException("The token endpoint did not grant the action: " + answer.body());
        }
        return new Tokens(
                body.path("access_token").asText(), body.path("refresh_token").asText());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> cookies)
            throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("set-cookie").forEach(text -> {
            String[] pair = text.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    private static HttpRequest.Builder with(Map<String, String> headers, HttpRequest.Builder request) {
        headers.forEach(request::header);
        return request;
    }

    private static HttpRequest.Builder post(URI uri, Map<String, String> fields) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Expected " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }
}
