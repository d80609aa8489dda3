package dev.contactcenter.demo.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.server.AdminRest;
import dev.contactcenter.demo.telephony.CtiAdapter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Configures every kind of source in the demo's realm, as an administrator does it by REST, and feeds those that are fed. */
final class DrillRealm {

    /** How long a risk counts. Longer than the questions of one line of the table take. */
    static final Duration RISK_AGE = Duration.ofSeconds(15);

    /** The provider of a zone's blocks. */
    static final String ZONE = "contact-center-zone";

    /** Of another building of the company. */
    static final String BLOCKS = "10.30.0.0/16";

    /** How soon the telephony system passes for silent. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** Longer than the drill. */
    static final Duration LONG = Duration.ofHours(1);

    private static final String FEED = "drill-risk-feed";
    private static final String SECRET = "drill";
    private static final String FEED_ROLE = "contact-center-signal-feed";

    private final AdminRest rest;

    DrillRealm(AdminRest rest) {
        this.rest = rest;
    }

    void configure(String keysUrl, Path countries, String deviceIssuer) {
        admitFeed();
        usePolicy();
        addSource(
                "drill agent",
                "contact-center-posture-token",
                Map.of("issuer", DeskAgent.ISSUER, "audience", DeskAgent.AUDIENCE, "jwksUrl", keysUrl));
        // Without a memory, so that the table shows the cut and not what a server still knows.
        addSource("device registry", "contact-center-device-registry", Map.of("cacheFor", "PT0S"));
        withoutMemory("contact-center-interaction");
        addSource("countries", "contact-center-location", Map.of("countryDatabase", countries.toString()));
        addSource(
                "desk certificates",
                "contact-center-client-certificate",
                Map.of("issuer", deviceIssuer, "identity", "common-name"));
        addSource("another building", ZONE, Map.of("zone", "corporate", "cidrs", BLOCKS));
        addSource(
                "fraud desk",
                "contact-center-risk",
                Map.of("maxAge", RISK_AGE.toString(), "quiet", "low", "cacheFor", "PT0S"));
        registerDesk();
    }

    /** The fraud desk has nothing against the supervisor, as of now. */
    void tellLowRisk() {
        ObjectNode signal = object().put("signal", "risk").put("level", "low");
        signal.put("observed_at", Instant.now().toString());
        signal.putObject("subject").put("user", "supervisor");
        rest.feed("/contact-center/signals", FEED, SECRET, signal);
    }

    /** The supervisor has just ended a call. */
    void tellWrapUp(Duration life) {
        tell(object().put("state", "wrap-up").put("interaction_id", "call-of-the-drill"), life);
    }

    /** The supervisor has nothing to do with a customer. */
    void tellIdle() {
        tell(object().put("state", "idle"), LONG);
    }

    private void tell(ObjectNode state, Duration life) {
        state.put("sequence", Instant.now().toEpochMilli()).put("expires_in", life.toSeconds());
        rest.tell(
                "/contact-center/interactions?user=supervisor&desk=" + DeskAgent.DEVICE,
                CtiAdapter.CLIENT,
                CtiAdapter.SECRET,
                state);
    }

    /** What was changed behind Keycloak's back is read anew. */
    void readAnew() {
        rest.post("/clear-realm-cache", object());
    }

    private void addSource(String name, String kind, Map<String, String> settings) {
        ObjectNode component = object().put("name", name).put("providerId", kind);
        component.put("providerType", "org.keycloak.services.ui.extend.UiPageProvider");
        ObjectNode config = component.putObject("config");
        settings.forEach((key, value) -> config.putArray(key).add(value));
        rest.post("/components", component);
    }

    private void usePolicy() {
        JsonNode policy = component("contact-center-policy");
        ArrayNode text = (ArrayNode) policy.path("config").path("policy");
        text.set(0, DrillPolicy.of(text.path(0).asText()));
        store(policy);
    }

    private void withoutMemory(String kind) {
        JsonNode source = component(kind);
        ((ObjectNode) source).withObject("/config").putArray("cacheFor").add("PT0S");
        store(source);
    }

    private JsonNode component(String kind) {
        return rest.get("/components")
                .valueStream()
                .filter(one -> one.path("providerId").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo's realm has no component " + kind));
    }

    private void store(JsonNode component) {
        rest.put("/components/" + component.path("id").asText(), component);
    }

    private void registerDesk() {
        ObjectNode desk = object().put("id", DeskAgent.DEVICE).put("class", "assigned");
        desk.put("management", "managed").put("compliance", "compliant");
        rest.post("/contact-center/devices", array().add(desk));
    }

    private void admitFeed() {
        ObjectNode client = object().put("clientId", FEED).put("secret", SECRET).put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false).put("publicClient", false).put("fullScopeAllowed", false);
        client.putArray("defaultClientScopes").add("basic").add("roles");
        rest.post("/clients", client);
        String id = rest.get("/clients?clientId=" + FEED).path(0).path("id").asText();
        String account =
                rest.get("/clients/" + id + "/service-account-user").path("id").asText();
        ArrayNode role = array().add(rest.get("/roles/" + FEED_ROLE));
        rest.post("/users/" + account + "/role-mappings/realm", role);
        rest.post("/clients/" + id + "/scope-mappings/realm", role);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
