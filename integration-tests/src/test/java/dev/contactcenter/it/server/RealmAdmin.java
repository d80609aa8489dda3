package dev.contactcenter.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The administration of one realm. */
public final class RealmAdmin {

    private static final String POLICY_TYPE = "dev.contactcenter.kit.policy.PolicyProvider";

    private final Admin admin;
    private final String realm;

    RealmAdmin(Admin admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** Any request; the path starts behind the realm's name and may be empty. */
    public Answer get(String path) {
        return admin.get("/" + realm + path);
    }

    /** Creates something; the path starts behind the realm's name. */
    public Answer post(String path, JsonNode body) {
        return admin.post("/" + realm + path, body);
    }

    /** Replaces something; the path starts behind the realm's name. */
    public Answer put(String path, JsonNode body) {
        return admin.put("/" + realm + path, body);
    }

    /** Deletes something; the path starts behind the realm's name. */
    public Answer delete(String path) {
        return admin.delete("/" + realm + path);
    }

    /** Deletes what the body names; the path starts behind the realm's name. */
    public Answer delete(String path, JsonNode body) {
        return admin.delete("/" + realm + path, body);
    }

    /** The policy component; fails if there is none. */
    public ObjectNode policyComponent() {
        return (ObjectNode)
                get("/components?type=" + POLICY_TYPE).orFail().json().path(0);
    }

    /** The text of the policy. */
    public String policy() {
        return policyComponent().path("config").path("policy").path(0).asText();
    }

    /** Tries to store another text of the policy. */
    public Answer putPolicy(String text) {
        ObjectNode component = policyComponent();
        component.withObject("/config").set("policy", Admin.array(text));
        return put("/components/" + component.path("id").asText(), component);
    }

    /** Tries to create a policy component. */
    public Answer createPolicy(String text) {
        ObjectNode component = Admin.object();
        component.put("name", "contact-center-policy");
        component.put("providerId", "contact-center-policy");
        component.put("providerType", POLICY_TYPE);
        component.withObject("/config").set("policy", Admin.array(text));
        return post("/components", component);
    }

    /** Deletes the policy component. */
    public Answer deletePolicy() {
        return delete("/components/" + policyComponent().path("id").asText());
    }

    /** Sets an attribute of the realm. */
    public Answer setAttribute(String name, String value) {
        return admin.change(
                "/" + realm, found -> found.withObject("/attributes").put(name, value));
    }

    /** The id of a client. */
    public String clientId(String name) {
        return get("/clients?clientId=" + Admin.encode(name))
                .orFail()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    /** The id of a user. */
    public String userId(String name) {
        return get("/users?exact=true&username=" + Admin.encode(name))
                .orFail()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    /** Reads something, changes it and writes it back; the path starts behind the realm's name. */
    public Answer change(String path, Consumer<ObjectNode> change) {
        return admin.change("/" + realm + path, change);
    }

    /** Creates a client scope that tokens tell, and lets a client ask for it. */
    public void createOptionalScope(String scope, String client) {
        ObjectNode created = Admin.object();
        created.put("name", scope);
        created.put("protocol", "openid-connect");
        created.withObject("/attributes").put("include.in.token.scope", "true");
        post("/client-scopes", created).orFail();
        allowOptionalScope(scope, client);
    }

    /** Lets a client ask for a client scope that the realm has. */
    public void allowOptionalScope(String scope, String client) {
        JsonNode scopes = get("/client-scopes").orFail().json();
        String id = StreamSupport.stream(scopes.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(scope))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        put("/clients/" + clientId(client) + "/optional-client-scopes/" + id, Admin.object())
                .orFail();
    }

    /** The login events of a type, newest first. */
    public List<JsonNode> events(String type) {
        JsonNode events = get("/events?max=200&type=" + type).orFail().json();
        return StreamSupport.stream(events.spliterator(), false).toList();
    }

    /** Ends all sessions of a user. */
    public void logOut(String username) {
        post("/users/" + userId(username) + "/logout", Admin.object()).orFail();
    }
}
