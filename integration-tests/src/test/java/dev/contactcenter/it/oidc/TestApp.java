package dev.contactcenter.it.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A public client of a realm, whose redirects lead to {@link RealmFixture#APPS}. */
public final class TestApp {

    /** Where a login ends. */
    public static final String CALLBACK = RealmFixture.APPS + "/callback";

    /** Known beforehand, as no test is about guessing it. */
    public static final String VERIFIER = "a-code-verifier-that-is-long-enough-for-rfc-7636";

    private final String clientId;
    private final String endpoints;

    public TestApp(RealmFixture realm, String clientId) {
        this(realm.url(), clientId);
    }

    /** The same of a realm that a test did not make, and of which the client may lead back to {@link #CALLBACK}. */
    public TestApp(URI realm, String clientId) {
        this.clientId = clientId;
        this.endpoints = realm + "/protocol/openid-connect";
    }

    /** The client id. */
    public String clientId() {
        return clientId;
    }

    /**
     * The URL of an authorization request.
     *
     * @param scope what is asked for besides {@code openid}, separated by spaces
     * @param more parameters that are added, or replace those that a well-behaved app would send
     */
    public String authorizationUrl(String scope, Map<String, String> more) {
        return endpoints + "/auth?" + Http.encode(authorization(scope, more));
    }

    /** The parameters of an authorization request, for those who send them on another way. */
    public Map<String, String> authorization(String scope, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", ("openid " + scope).strip());
        parameters.put("state", UUID.randomUUID().toString());
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        return parameters;
    }

    /** Opens the login of this app in a browser. */
    public void open(Page page, String scope) {
        open(page, scope, Map.of());
    }

    /** Opens the login of this app in a browser, with parameters of the test's choice. */
    public void open(Page page, String scope, Map<String, String> more) {
        page.navigate(authorizationUrl(scope, more));
    }

    /** Waits until the browser is back at the app, and gives the parameters that it brings. */
    public static Map<String, String> callback(Page page) {
        page.waitForURL(url -> url.startsWith(CALLBACK));
        return parameters(URI.create(page.url()).getRawQuery());
    }

    /** Waits until the browser is back at the app and redeems the code. */
    public Tokens signedIn(Page page) {
        Map<String, String> callback = callback(page);
        String code = callback.get("code");
        if (code == null) {
            throw new AssertionError("The login brought no code: " + callback);
        }
        return new Tokens(redeem(code).orFail());
    }

    /** Redeems a code. */
    public Answer redeem(String code) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
    }

    /** Refreshes with all the scope there is. */
    public Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Refreshes with a scope of choice. */
    public Answer refresh(String refreshToken, String scope) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
    }

    /** Any request to the token endpoint; the client id is added. */
    public Answer token(Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("client_id", clientId));
        all.putAll(form);
        return Http.post(endpoints + "/token", all);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, because this is not a Java platform", e);
        }
    }
}
