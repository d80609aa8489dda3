package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.details.ActionDetail;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.rar.AuthorizationDetailsProcessor;
import org.keycloak.protocol.oidc.rar.AuthorizationDetailsProcessorFactory;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.util.AuthorizationDetailsParser;

/** Makes Keycloak know the type of this pack; its id is the type. */
public final class ActionDetailsProcessorFactory implements AuthorizationDetailsProcessorFactory {

    @Override
    public String getId() {
        return ActionDetail.TYPE;
    }

    @Override
    public AuthorizationDetailsProcessor<?> create(KeycloakSession session) {
        return new ActionDetailsProcessor(session);
    }

    /** Keycloak asks for a parser before it hands a detail to the processor of its type. */
    @Override
    public void init(Config.Scope config) {
        AuthorizationDetailsParser.registerParser(ActionDetail.TYPE, new AsItIs());
    }

    /** The pack needs no class of its own for what Keycloak carries along. */
    private static final class AsItIs implements AuthorizationDetailsParser {
        @Override
        public <T extends AuthorizationDetailsJSONRepresentation> T asSubtype(
                AuthorizationDetailsJSONRepresentation detail, Class<T> type) {
            return type.cast(detail);
        }
    }
}
