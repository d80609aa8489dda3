package dev.contactcenter.demo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.demo.recordings.RecordingsClient;
import dev.contactcenter.demo.telephony.CtiAdapter;

/** What a realm needs where a telephony system tells of calls, and where the evidence of a call is opened. */
final class DemoTelephony {

    private static final String FEED = "contact-center-interaction-feed";

    /** What agents of the demo can do beside: the sample's agents take nothing out of the house, in a call or after it. */
    private static final String EXPORT = "record:export";

    private static final String LIKE = "record:edit";

    private DemoTelephony() {}

    static void addTo(ObjectNode realm) {
        ObjectNode source = realm.withObject("/components")
                .withArray("org.keycloak.services.ui.extend.UiPageProvider")
                .addObject();
        source.put("name", "telephony").put("providerId", "contact-center-interaction");
        source.putObject("subComponents");
        source.putObject("config");
        addClient(realm);
        addScope(realm);
        realm.path("clients").forEach(DemoTelephony::giveSecret);
        SamplePolicy.changeIn(realm, DemoTelephony::withExport);
    }

    private static void addClient(ObjectNode realm) {
        ObjectNode client = realm.withArray("/clients").addObject();
        client.put("clientId", CtiAdapter.CLIENT).put("protocol", "openid-connect");
        client.put("publicClient", false).put("clientAuthenticatorType", "client-secret");
        client.put("secret", CtiAdapter.SECRET).put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false).put("fullScopeAllowed", false);
        client.putArray("defaultClientScopes").add("basic").add("roles");
        // Its tokens carry this role and no other.
        ObjectNode mapping = realm.withArray("/scopeMappings").addObject();
        mapping.put("client", CtiAdapter.CLIENT).putArray("roles").add(FEED);
        ObjectNode account = realm.withArray("/users").addObject();
        account.put("username", "service-account-" + CtiAdapter.CLIENT).put("enabled", true);
        account.put("serviceAccountClientId", CtiAdapter.CLIENT)
                .putArray("realmRoles")
                .add(FEED);
    }

    private static void giveSecret(JsonNode client) {
        if (client.path("clientId").asText().equals(RecordingsClient.ID)) {
            ((ObjectNode) client)
                    .put("clientAuthenticatorType", "client-secret")
                    .put("bearerOnly", false);
            ((ObjectNode) client).put("secret", RecordingsClient.SECRET);
        }
    }

    private static void addScope(ObjectNode realm) {
        ArrayNode scopes = realm.withArray("/clientScopes");
        ObjectNode like = (ObjectNode) scopes.valueStream()
                .filter(scope -> scope.path("name").asText().equals(LIKE))
                .findFirst()
                .orElseThrow();
        scopes.add(like.deepCopy().put("name", EXPORT).put("description", "Send customers a copy of their record"));
        realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asText().equals("agent-desktop"))
                .forEach(desktop -> ((ObjectNode) desktop)
                        .withArray("/optionalClientScopes")
                        .add(EXPORT));
    }

    /** The sample's rule about the work after a call is enforced, because there is a telephony system, and covers that export too. */
    private static String withExport(String sample) {
        String listed = SamplePolicy.with(
                sample,
                "  note:write: ",
                "  %s:      { tier: 1, audience: [crm-api] }\n  note:write: ".formatted(EXPORT));
        String granted = SamplePolicy.with(
                listed,
                "[record:view, record:edit, note:write]\n",
                "[record:view, record:edit, %s, note:write]\n".formatted(EXPORT));
        String rule = "no-export-in-wrap-up";
        String enforced = SamplePolicy.enforcing(granted, rule);
        String covers = "  - id: " + rule + "\n    actions: [";
        return SamplePolicy.with(enforced, covers, covers + EXPORT + ", ");
    }
}
