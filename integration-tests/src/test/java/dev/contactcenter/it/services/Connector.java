package dev.contactcenter.it.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** The telephony system as the realm ships it: it proves itself with a key, and its tokens are bound to another. */
public final class Connector {

    /** Its client id. */
    public static final String CLIENT = "cti-connector";

    private static final String TOKEN = "/protocol/openid-connect/token";
    private static final ServiceKey IDENTITY = new ServiceKey();

    private final RealmFixture realm;
    private final RealmFixture at;
    private final ServiceKey binding = new ServiceKey();

    /** That of a realm whose plan was {@link #keyed}. */
    public Connector(RealmFixture realm) {
        this(realm, realm);
    }

    /** One that asks another server of the realm, which calls itself as the first does: a proof names the server that it is shown to. */
    public Connector(RealmFixture realm, RealmFixture at) {
        this.realm = realm;
        this.at = at;
    }

    /** The realm in which the test has the key of the telephony system. */
    public static RealmFixture.Plan keyed(RealmFixture.Plan plan) {
        return plan.client(CLIENT, IDENTITY::proves);
    }

    /** Lets the telephony system ask for more than it ships with. */
    public static RealmFixture.Plan asking(RealmFixture.Plan plan, String... scopes) {
        return plan.client(CLIENT, client -> {
            for (String scope : scopes) {
                client.withArray("/optionalClientScopes").add(scope);
            }
        });
    }

    /** Lets the telephony system exchange the tokens that this client is given. */
    public static RealmFixture.Plan exchanging(RealmFixture.Plan plan, String from) {
        return plan.client(
                        CLIENT,
                        client -> client.withObject("/attributes").put("standard.token.exchange.enabled", "true"))
                .client(from, Connector::addressing);
    }

    private static void addressing(ObjectNode client) {
        ObjectNode mapper = client.withArray("/protocolMappers").addObject();
        mapper.put("name", "audience").put("protocol", "openid-connect").put("protocolMapper", "oidc-audience-mapper");
        mapper.withObject("/config").put("included.client.audience", CLIENT).put("access.token.claim", "true");
    }

    /** The key that its tokens are bound to. */
    ServiceKey binding() {
        return binding;
    }

    /** Asks for a token of its own. */
    public Answer ask(String scope) {
        return token(Map.of("grant_type", "client_credentials", "scope", scope));
    }

    /** Asks for a token of its own, and for more than the standard knows. */
    public Answer ask(String scope, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("grant_type", "client_credentials");
        form.put("scope", scope);
        return token(form);
    }

    /** A token of its own. */
    public Tokens given(String scope) {
        return new Tokens(ask(scope).orFail());
    }

    /** Asks for a token in place of a person's. */
    public Answer exchange(String token, String scope) {
        return token(exchanging(token, scope));
    }

    /** The form of an exchange, without what the client proves itself with. */
    public static Map<String, String> exchanging(String token, String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token", token);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.put("scope", scope);
        return form;
    }

    /** Asks for a token without telling which key it shall be bound to. */
    public Answer askWithoutProof(String scope) {
        return Http.send(request(proven(Map.of("grant_type", "client_credentials", "scope", scope))));
    }

    private Answer token(Map<String, String> form) {
        return Http.send(request(proven(form)).header("DPoP", binding.proof("POST", tokenUrl())));
    }

    private Map<String, String> proven(Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_id", CLIENT);
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", IDENTITY.assertion(CLIENT, realm.url()));
        return all;
    }

    private HttpRequest.Builder request(Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Http.encode(form)));
    }

    private String tokenUrl() {
        return at.url() + TOKEN;
    }

    /** What somebody hears of the service who has its token, and the key of this instance. */
    public Answer userInfo(Tokens tokens) {
        String url = realm.url() + "/protocol/openid-connect/userinfo";
        return Http.send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "DPoP " + tokens.access())
                .header("DPoP", binding.proof("GET", url, tokens.access())));
    }

    /** The same for somebody who proves nothing. */
    public Answer userInfoWithoutProof(Tokens tokens, String scheme) {
        String url = realm.url() + "/protocol/openid-connect/userinfo";
        return Http.send(
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", scheme + " " + tokens.access()));
    }

    /** The proof by which this instance tells of a session. */
    public String proofOfTelling(Tokens tokens, String session) {
        return binding.proof("PUT", interactionUrl(session), tokens.access());
    }

    /** Tells the state of the interaction of a session, or tries to. */
    public Answer tell(Tokens tokens, String session, String proof, String state) {
        return Http.send(HttpRequest.newBuilder(URI.create(interactionUrl(session)))
                .header("Authorization", "DPoP " + tokens.access())
                .header("DPoP", proof)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(state)));
    }

    private String interactionUrl(String session) {
        return realm.url() + "/contact-center/interactions/" + session;
    }
}
