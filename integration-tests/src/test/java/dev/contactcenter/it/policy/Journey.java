package dev.contactcenter.it.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.AuthenticationDevice;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way past every hook: what was shown, and all that every token tells. Two journeys are equal if nobody could tell them apart
 * but by ids and moments.
 */
final class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Seconds: where a token ends with the freshness of a proof, a slow machine takes some of its life. */
    private static final double TOLERANCE = 10;

    private static final Set<String> VARYING =
            Set.of("expires_in", "refresh_expires_in", "session_state", "not-before-policy");
    private static final Set<String> IDS = Set.of("jti", "iat", "exp", "sid", "at_hash", "auth_time");

    private final Stage stage;
    private final TestApp console;
    private final TestApp everything;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final NavigableMap<Long, String> legs = new TreeMap<>(Map.of(0L, "before the journey"));

    private Journey(Stage stage) {
        this.stage = stage;
        this.console = stage.console();
        this.everything = stage.app(Clients.ALL_GRANTS);
    }

    /** What the realm of a journey needs. */
    static RealmFixture.Plan plan(RealmFixture.Plan plan) {
        return plan.addClient(Clients.allGrants())
                .client("supervisor-console", Clients::exchangeable)
                .client("cti-connector", Clients::greedyService);
    }

    /**
     * Lives one.
     *
     * @param supervisor somebody who has enrolled a passkey
     * @param agent the same, who may have one mode only
     * @return what was seen, by step
     */
    static Map<String, String> live(Stage stage, Person supervisor, Person agent) {
        var journey = new Journey(stage);
        journey.signIns(agent.elsewhere(), supervisor.elsewhere());
        journey.otherGrants(supervisor.elsewhere());
        stage.realm().admin().logOut("supervisor");
        stage.realm().admin().logOut("agent");
        return journey.seen;
    }

    private void signIns(Person agent, Person supervisor) {
        leg("the first leg");
        signIn("a sign-in that asks for nothing", agent, stage.app("agent-desktop"), "", Map.of());
        Tokens first = signIn("a sign-in", supervisor, console, Stage.EVERYDAY, Map.of());
        pause();
        leg("the second leg");
        signIn("a step-up by the policy", supervisor, console, Stage.PLAY, Map.of());
        signIn("a step-up by the app", supervisor, console, Stage.EVERYDAY, Map.of("acr_values", "phr"));
        pause();
        leg("the third leg");
        signIn("a silent sign-in", supervisor, console, Stage.EVERYDAY, Map.of());
        tell("a refresh", console.refresh(first.refresh()));
        tell(
                "an exchange",
                everything,
                grant(
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        Map.of(
                                "subject_token",
                                first.access(),
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token",
                                "scope",
                                "openid " + Stage.EVERYDAY)));
        seen.put("the sessions", sessions());
    }

    private void otherGrants(Person supervisor) {
        tell("a service", stage.app("cti-connector"), grant("client_credentials", Map.of("scope", "record:view")));
        device(supervisor);
        phone();
    }

    private Tokens signIn(String step, Person person, TestApp app, String scope, Map<String, String> more) {
        List<String> pages = new ArrayList<>();
        Screen screen = person.open(app, scope, more);
        while (screen.callback().isEmpty()) {
            pages.add(screen.page().title() + " " + screen.page().select("form").eachAttr("id"));
            screen = next(person, screen);
        }
        seen.put(step + " shows", pages.toString());
        return tell(step, app.redeem(screen.callback().getOrDefault("code", "none")));
    }

    private static Screen next(Person person, Screen screen) {
        if (screen.has("kc-form-login")) {
            return person.typePassword(screen);
        }
        if (screen.asksForPasskeyOnly()) {
            return person.usePasskey(screen, PasskeyFlags.SYNCED);
        }
        throw new AssertionError("Nobody knows what to do here: " + screen);
    }

    private void device(Person person) {
        Answer started = Http.post(
                        stage.realm().url() + "/protocol/openid-connect/auth/device",
                        Map.of(
                                "client_id", Clients.ALL_GRANTS,
                                "client_secret", Clients.SECRET,
                                "scope", "openid " + Stage.EVERYDAY))
                .orFail();
        Screen consent = person.goOn(person.browser().open(URI.create(started.text("verification_uri_complete"))));
        person.browser().submit(consent, "form:has([name=accept])", Map.of("accept", "Yes"));
        poll("a device", "urn:ietf:params:oauth:grant-type:device_code", "device_code", started.text("device_code"));
    }

    private void phone() {
        try (AuthenticationDevice phone = AuthenticationDevice.on()) {
            Answer started = Http.post(
                            stage.realm().url() + "/protocol/openid-connect/ext/ciba/auth",
                            Map.of(
                                    "client_id",
                                    Clients.ALL_GRANTS,
                                    "client_secret",
                                    Clients.SECRET,
                                    "login_hint",
                                    "supervisor",
                                    "scope",
                                    "openid " + Stage.EVERYDAY))
                    .orFail();
            phone.approve(stage.realm());
            poll("a phone", "urn:openid:params:grant-type:ciba", "auth_req_id", started.text("auth_req_id"));
        }
    }

    private void poll(String step, String grant, String parameter, String code) {
        tell(
                step,
                Waiting.until(
                        PATIENCE,
                        () -> Optional.of(everything.token(grant(grant, Map.of(parameter, code))))
                                .filter(one -> !Set.of("slow_down", "authorization_pending")
                                        .contains(one.text("error"))),
                        () -> "The login stays pending"));
    }

    private static Map<String, String> grant(String type, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("grant_type", type);
        all.put("client_secret", Clients.SECRET);
        return all;
    }

    private void tell(String step, TestApp app, Map<String, String> form) {
        tell(step, app.token(form));
    }

    private Tokens tell(String step, Answer answer) {
        Tokens tokens = new Tokens(answer.orFail());
        seen.put(step + " gives", members(answer.json()));
        for (String token : List.of("access_token", "id_token", "refresh_token")) {
            if (answer.json().has(token)) {
                seen.put(step + " gives the " + token, claims(Tokens.claims(answer.text(token)), token));
            }
        }
        return tokens;
    }

    /** All but the tokens themselves and what goes by the second. */
    private static String members(JsonNode answer) {
        Map<String, String> told = new LinkedHashMap<>();
        answer.properties().forEach(member -> {
            boolean varies = member.getKey().endsWith("_token") || VARYING.contains(member.getKey());
            told.put(
                    member.getKey(), varies ? "given" : sorted(member.getValue().asText()));
        });
        return told.toString();
    }

    private static String sorted(String words) {
        return Stream.of(words.split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    private String claims(JsonNode claims, String token) {
        long issued = claims.path("iat").asLong();
        ObjectNode told = claims.deepCopy();
        told.remove(IDS);
        told.put("scope", sorted(claims.path("scope").asText()));
        if (told.has("txn")) {
            told.put("txn", "given");
        }
        if (told.has("contact_center")) {
            told.withObject("/contact_center").put("policy", "given");
        }
        if (claims.has("auth_time")) {
            told.put(
                    "auth_time",
                    legs.floorEntry(claims.path("auth_time").asLong()).getValue());
        }
        if (!token.equals("refresh_token")) {
            told.put("lifespan", Math.round((claims.path("exp").asLong() - issued) / TOLERANCE) * TOLERANCE);
        }
        return told.toString();
    }

    private String sessions() {
        List<String> sessions = new ArrayList<>();
        for (String user : List.of("supervisor", "agent")) {
            stage.realm()
                    .admin()
                    .get("/users/" + stage.realm().admin().userId(user) + "/sessions")
                    .orFail()
                    .json()
                    .forEach(session ->
                            sessions.add(user + " " + session.path("clients").size() + " "
                                    + session.path("rememberMe").asBoolean()));
        }
        return sessions.toString();
    }

    /** From here on; a proof is told by the leg that it was given in, however slow the machine. */
    private void leg(String name) {
        legs.put(Instant.now().getEpochSecond(), name);
    }

    /** No condition to wait for: what is awaited is that a proof is not of this moment. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
