package dev.contactcenter.mappers.lastline;

import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/** The Keycloak event of a refusal by the last line, which Keycloak 26.7.3 itself lets pass without one. */
final class RefusalEvent {

    private static final Map<String, EventType> TYPES = Map.of(
            OAuth2Constants.AUTHORIZATION_CODE, EventType.CODE_TO_TOKEN,
            OAuth2Constants.REFRESH_TOKEN, EventType.REFRESH_TOKEN,
            OAuth2Constants.CLIENT_CREDENTIALS, EventType.CLIENT_LOGIN,
            OAuth2Constants.PASSWORD, EventType.LOGIN,
            OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE, EventType.TOKEN_EXCHANGE,
            OAuth2Constants.DEVICE_CODE_GRANT_TYPE, EventType.OAUTH2_DEVICE_CODE_TO_TOKEN,
            OAuth2Constants.CIBA_GRANT_TYPE, EventType.AUTHREQID_TO_TOKEN);

    private RefusalEvent() {}

    static void send(KeycloakSession session, TokenRefusal refusal) {
        KeycloakContext context = session.getContext();
        String grant = context.getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE);
        ClientModel client = context.getClient();
        new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(grant == null ? EventType.OAUTH2_EXTENSION_GRANT : type(grant))
                .client(client)
                .detail(Details.GRANT_TYPE, grant)
                .detail(Details.REASON, refusal.description())
                .error(Errors.ACCESS_DENIED);
    }

    private static EventType type(String grant) {
        return TYPES.getOrDefault(grant, EventType.OAUTH2_EXTENSION_GRANT);
    }
}
