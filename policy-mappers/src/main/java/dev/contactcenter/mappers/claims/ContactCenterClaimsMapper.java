package dev.contactcenter.mappers.claims;

import dev.contactcenter.kit.setting.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** Adds the claim {@code contact_center} and makes {@code acr} and {@code auth_time} tell the same authentication. */
public final class ContactCenterClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, TokenIntrospectionTokenMapper {

    public static final String PROVIDER_ID = "contact-center-claims";

    /** After Keycloak's own mappers of acr and auth_time, which write the same claims. */
    private static final int AFTER_STOCK_MAPPERS = 60;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Contact Center claims";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the mode and the policy revision, and makes acr and auth_time tell the authentication that the token's"
                + " actions rest on; or the device, or the network zone.";
    }

    @Override
    public int getPriority() {
        return AFTER_STOCK_MAPPERS;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        var properties = new ArrayList<ProviderConfigProperty>();
        properties.add(Tells.SETTING.toProperty());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, ContactCenterClaimsMapper.class);
        return properties;
    }

    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel client, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        try {
            Tells.SETTING.from(mapper.getConfig());
        } catch (InvalidSettingException unusable) {
            throw new ProtocolMapperConfigException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        ContactCenterClaims.write(Tells.SETTING.from(mapper.getConfig()), token, session, userSession, context);
    }
}
