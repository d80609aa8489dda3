package dev.contactcenter.it.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.recordings.RecordingsServer;
import dev.contactcenter.demo.web.LoopbackPorts;
import dev.contactcenter.demo.web.WebServer;
import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The realm as it is shipped, in which a passkey is recent for seconds, and its resource server, which answers RFC 9470. The API of
 * recordings has a secret, so that a library can ask about tokens in its name.
 */
final class RelyingPartyRealm implements AutoCloseable {

    static final String CONSOLE = "supervisor-console";
    static final String RECORDINGS = "recordings-api";
    static final String SERVICE = "cti-connector";
    static final String EVERYDAY = "openid mode:supervisor queue:monitor";

    /** Long enough for a sign-in and a request on a busy machine. */
    static final Duration FRESHNESS = Duration.ofSeconds(12);

    static final String ONE_CALL = """
            [{"type":"contact_center_action","actions":["recording:play"],"interaction":"call-0042"}]""";

    private final RealmFixture realm;
    private final WebServer resources;
    private final URI api;

    private RelyingPartyRealm(RealmFixture realm) {
        this.realm = realm;
        int port = LoopbackPorts.free(1).getFirst();
        this.resources = RecordingsServer.start(port, realm.url(), FRESHNESS);
        this.api = WebServer.url(port);
    }

    static RelyingPartyRealm of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> more) {
        return new RelyingPartyRealm(more.apply(RealmFixture.plan(server, name)
                        .freshness(FRESHNESS)
                        .addClient(Clients.allGrants())
                        .client(CONSOLE, Clients::exchangeable)
                        .client(RECORDINGS, RelyingPartyRealm::asking))
                .create());
    }

    private static void asking(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-secret").put("secret", Clients.SECRET);
        client.put("publicClient", false).put("bearerOnly", false);
    }

    /** Lets the telephony system prove itself with the key that a library made. */
    static RealmFixture.Plan keyed(RealmFixture.Plan plan, JsonNode key) {
        return plan.client(
                SERVICE,
                client -> client.withObject("/attributes")
                        .put("use.jwks.url", "false")
                        .put("use.jwks.string", "true")
                        .put("jwks.string", "{\"keys\":[" + key + "]}"));
    }

    RealmFixture realm() {
        return realm;
    }

    String issuer() {
        return realm.url().toString();
    }

    /** What the supervisor's everyday scope opens. */
    String queues() {
        return api + "/queues";
    }

    /** The address of the resource server. */
    URI api() {
        return api;
    }

    /** What takes a passkey of this moment. */
    String recording() {
        return api + "/recordings/2101/audio";
    }

    @Override
    public void close() {
        resources.close();
        realm.close();
    }
}
