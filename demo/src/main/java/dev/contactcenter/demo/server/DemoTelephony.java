package dev.contactcenter.demo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.contactcenter.demo.recordings.RecordingsClient;
import dev.contactcenter.demo.telephony.CtiAdapter;

/** What a realm needs where a telephony system tells of calls, and where the evidence of a call is opened. */
final class DemoTelephony {

    private static final String FEED = "contact-center-interaction-feed";

    /** Added to the sample policy, which cannot know that there is a telephony system. */
    private static final String RULE = """

              # The demo has a telephony system: after a call there are notes to write, and no customer who could confirm a change.
              - id: record-edit-needs-the-customer
                modes: [agent]
                actions: [record:edit]
                when: interaction.state == "wrap-up"
                deny: { reason: not_in_wrap_up }
            """;

    private DemoTelephony() {}

    static void addTo(ObjectNode realm) {
        ObjectNode source = realm.withObject("/components")
                .withArray("org.keycloak.services.ui.extend.UiPageProvider")
                .addObject();
        source.put("name", "telephony").put("providerId", "contact-center-interaction");
        source.putObject("subComponents");
        source.putObject("config");
        addClient(realm);
        realm.path("clients").forEach(DemoTelephony::giveSecret);
        realm.path("components").findValues("policy").forEach(DemoTelephony::addRule);
    }

    private static void addClient(ObjectNode realm) {
        ObjectNode client = realm.withArray("/clients").addObject();
        client.put("clientId", CtiAdapter.CLIENT).put("protocol", "openid-connect");
        client.put("publicClient", false).put("clientAuthenticatorType", "client-secret");
        client.put("secret", CtiAdapter.SECRET).put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false).put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add("basic").add("roles");
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

    private static void addRule(JsonNode policyTexts) {
        if (policyTexts instanceof ArrayNode texts) {
            for (int i = 0; i < texts.size(); i++) {
                texts.set(i, TextNode.valueOf(texts.get(i).asText() + RULE));
            }
        }
    }
}
