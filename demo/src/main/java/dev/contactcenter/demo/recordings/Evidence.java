package dev.contactcenter.demo.recordings;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.rar.Action;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Lets the evidence of a call be opened by a token for that call, as often as Keycloak says that it serves: once. */
final class Evidence {

    /** What a token for one call must permit. */
    static final String ACTION = "recording:play";

    private static final Action PLAY = new Action(ACTION);

    private final URI introspection;
    private final ClientSecretPost self =
            new ClientSecretPost(new ClientID(RecordingsClient.ID), new Secret(RecordingsClient.SECRET));

    Evidence(URI issuer) {
        this.introspection = URI.create(issuer + "/protocol/openid-connect/token/introspect");
    }

    /** The token says nothing by itself: whether it still serves is Keycloak's to say. */
    Verdict judge(GenuineToken token, String interaction) {
        try {
            TokenIntrospectionResponse answer = TokenIntrospectionResponse.parse(
                    new TokenIntrospectionRequest(introspection, self, new BearerAccessToken(token.text()))
                            .toHTTPRequest()
                            .send());
            return answer.indicatesSuccess() && serves(answer.toSuccessResponse(), interaction)
                    ? new Verdict.Granted()
                    : Demand.invalidToken("The token does not open this call, or has served already");
        } catch (IOException | ParseException e) {
            return Demand.invalidToken("Keycloak could not be asked about the token");
        }
    }

    private static boolean serves(TokenIntrospectionSuccessResponse token, String interaction) {
        List<AuthorizationDetail> details = token.getAuthorizationDetails();
        return token.isActive() && details != null && details.stream().anyMatch(detail -> isFor(detail, interaction));
    }

    private static boolean isFor(AuthorizationDetail detail, String interaction) {
        List<Action> actions = detail.getActions();
        return actions != null && actions.contains(PLAY) && interaction.equals(detail.getStringField("interaction"));
    }
}
