package dev.contactcenter.it.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.RealmFixture;

/** Clients that the realm does not have and an attacker, or a careless administrator, would add. */
public final class Clients {

    public static final String SECRET = "a-secret-of-the-tests";

    /** May use every grant that Keycloak knows, and ask for what supervisors do. */
    public static final String ALL_GRANTS = "all-grants";

    private Clients() {}

    /** A confidential client for which everything is switched on. */
    public static ObjectNode allGrants() {
        ObjectNode client = confidential(ALL_GRANTS);
        client.put("standardFlowEnabled", true);
        client.put("directAccessGrantsEnabled", true);
        client.put("serviceAccountsEnabled", true);
        client.set("redirectUris", Admin.array(RealmFixture.APPS + "/*"));
        client.set("defaultClientScopes", Admin.array("basic", "acr", "contact-center"));
        client.set(
                "optionalClientScopes",
                Admin.array("mode:supervisor", "queue:monitor", "record:view", "recording:play", "offline_access"));
        ObjectNode attributes = client.withObject("/attributes");
        attributes.put("oauth2.device.authorization.grant.enabled", "true");
        attributes.put("oidc.ciba.grant.enabled", "true");
        attributes.put("ciba.backchannel.token.delivery.mode", "poll");
        attributes.put("standard.token.exchange.enabled", "true");
        return client;
    }

    /** A resource server that asks Keycloak about tokens. */
    public static ObjectNode confidential(String clientId) {
        ObjectNode client = Admin.object();
        client.put("clientId", clientId);
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", SECRET);
        client.put("standardFlowEnabled", false);
        client.put("fullScopeAllowed", false);
        return client;
    }

    /** The telephony system, which now has a secret, shows no key, and may ask for more than is its own. */
    public static void greedyService(ObjectNode client) {
        unmarked(client);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", SECRET);
        client.withArray("/optionalClientScopes").add("recording:play").add("mode:supervisor");
    }

    /** A service that the realm's client policy for services no longer knows. */
    public static void unmarked(ObjectNode client) {
        client.withObject("/attributes")
                .put("contact-center.service", "false")
                .put("dpop.bound.access.tokens", "false");
    }

    /** Makes tokens of a client acceptable as subject tokens of {@link #ALL_GRANTS}. */
    public static void exchangeable(ObjectNode client) {
        ObjectNode mapper = client.withArray("/protocolMappers").addObject();
        mapper.put("name", "audience");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", "oidc-audience-mapper");
        ObjectNode config = mapper.withObject("/config");
        config.put("included.client.audience", ALL_GRANTS);
        config.put("access.token.claim", "true");
    }
}
