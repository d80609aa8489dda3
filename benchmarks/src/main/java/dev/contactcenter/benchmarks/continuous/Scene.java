package dev.contactcenter.benchmarks.continuous;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.benchmarks.server.AdminRest;
import dev.contactcenter.benchmarks.server.AllSignals;
import dev.contactcenter.benchmarks.server.SameRealm;
import dev.contactcenter.benchmarks.server.SignIns;
import dev.contactcenter.demo.cluster.TwoNodes;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.net.URI;

/** The realm at two servers, with people in it and agents on their desks. Things are ordered at the first, and seen at the second. */
final class Scene implements AutoCloseable {

    /** A resource server that asks about tokens. */
    static final String ASKING = "crm-api";

    static final String SECRET = "a-secret-of-the-bench";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/" + DemoRealm.NAME;

    private final TwoNodes nodes;
    private final AdminRest admin;
    private final DeskAgent agent = new DeskAgent();
    private final KeyServer keys = new KeyServer(agent);

    private Scene(TwoNodes nodes) {
        this.nodes = nodes;
        this.admin = new AdminRest(nodes.first().keycloak().baseUrl());
    }

    /** Sends the realm to the servers. */
    static Scene set(ProjectFolder project, TwoNodes nodes) throws IOException, InterruptedException {
        var scene = new Scene(nodes);
        ObjectNode realm = new SameRealm(project).toSend(scene::fit);
        scene.admin.send("POST", "", scene.admin.token(), realm.toString());
        return scene;
    }

    private void fit(ObjectNode realm) {
        // Thousands of sign-ins are prepared; how long a password takes to check is not what is measured.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        realm.path("clients").forEach(client -> {
            if (client.path("clientId").asText().equals(ASKING)) {
                ((ObjectNode) client)
                        .put("clientAuthenticatorType", "client-secret")
                        .put("secret", SECRET);
            }
        });
        ObjectNode source = realm.withObject("/components")
                .putArray("org.keycloak.services.ui.extend.UiPageProvider")
                .addObject();
        source.put("name", "desk agent").put("providerId", "contact-center-posture-token");
        ObjectNode config = source.putObject("config");
        config.putArray("issuer").add(DeskAgent.ISSUER);
        config.putArray("audience").add(DeskAgent.AUDIENCE);
        config.putArray("jwksUrl").add(keys.url());
    }

    /** Adds people who may be agents, with the password {@code demo}. */
    void add(String prefix, int count) throws IOException, InterruptedException {
        ObjectNode people = JSON.createObjectNode().put("ifResourceExists", "FAIL");
        ArrayNode users = people.putArray("users");
        for (int i = 0; i < count; i++) {
            ObjectNode user = users.addObject().put("username", prefix + i).put("enabled", true);
            user.put("email", prefix + i + "@example.test")
                    .put("firstName", "Bench")
                    .put("lastName", prefix + i);
            user.putArray("credentials").addObject().put("type", "password").put("value", "demo");
            user.putArray("realmRoles").add("contact-center-agent");
        }
        admin.send("POST", REALM + "/partialImport", admin.token(), people.toString());
    }

    /** Signs somebody in at the first server, from a device. */
    SignIns.Tokens signIn(String user, String device) throws IOException, InterruptedException {
        return new SignIns(
                        realmAt(nodes.first().keycloak().baseUrl()),
                        () -> AllSignals.shown(agent.report(device, Posture.COMPLIANT)))
                .signIn(user);
    }

    /** The id of somebody. */
    String userId(String user) throws IOException, InterruptedException {
        return admin.send("GET", REALM + "/users?exact=true&username=" + user, admin.token(), "")
                .path(0)
                .path("id")
                .asText();
    }

    /** What happens to tokens at the second server. */
    Watch watch() {
        return new Watch(realmAt(nodes.second().keycloak().baseUrl()).toString());
    }

    /** The administration at the first server. */
    AdminRest admin() {
        return admin;
    }

    private static URI realmAt(URI server) {
        return URI.create(server + "/realms/" + DemoRealm.NAME);
    }

    @Override
    public void close() {
        keys.close();
    }
}
