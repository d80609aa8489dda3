package dev.contactcenter.demo.apps;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A public OpenID Connect client: authorization code with PKCE, refresh and sign-out. The checks are all Nimbus's. */
final class OpenIdClient {

    private final OIDCProviderMetadata provider;
    private final ClientID id;
    private final URI app;
    private final IDTokenValidator validator;

    /**
     * Reads the provider's metadata, so it must be up.
     *
     * @param app the base URL of the app
     */
    OpenIdClient(URI issuer, String clientId, URI app) {
        this.id = new ClientID(clientId);
        this.app = app;
        try {
            this.provider = OIDCProviderMetadata.resolve(new Issuer(issuer));
            this.validator = new IDTokenValidator(
                    provider.getIssuer(),
                    id,
                    JWSAlgorithm.RS256,
                    provider.getJWKSetURI().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException("The provider's metadata cannot be read: " + issuer, e);
        } catch (GeneralException e) {
            throw new IllegalStateException("The provider's metadata cannot be used: " + issuer, e);
        }
    }

    /** A new authorization request. */
    Pending begin(Scope scope, List<ACR> acrValues, String errand) {
        return begin(scope, acrValues, List.of(), errand);
    }

    /** A new authorization request for one thing in detail (RFC 9396). */
    Pending begin(Scope scope, AuthorizationDetail detail, String errand) {
        return begin(scope, List.of(), List.of(detail), errand);
    }

    private Pending begin(Scope scope, List<ACR> acrValues, List<AuthorizationDetail> details, String errand) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, id, callback())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        if (!acrValues.isEmpty()) {
            request.acrValues(acrValues);
        }
        if (!details.isEmpty()) {
            request.authorizationDetails(details);
        }
        return new Pending(state, nonce, verifier, request.build().toURI(), errand);
    }

    /** The state that came back with the browser, whoever sent it; none if this is no answer to a request at all. */
    static Optional<State> stateOf(URI answered) {
        try {
            return Optional.ofNullable(
                    AuthenticationResponseParser.parse(answered).getState());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Turns what came back to the redirect URI into tokens. */
    TokenAnswer complete(URI answered, Pending pending) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answered);
            if (!response.indicatesSuccess()) {
                return TokenAnswer.Refused.of(response.toErrorResponse().getErrorObject());
            }
            return ask(
                    new AuthorizationCodeGrant(
                            response.toSuccessResponse().getAuthorizationCode(), callback(), pending.verifier()),
                    pending.nonce());
        } catch (ParseException e) {
            return new TokenAnswer.Refused("invalid_response", String.valueOf(e.getMessage()));
        }
    }

    /** Asks for new tokens with the refresh token. */
    TokenAnswer refresh(Tokens tokens) {
        return ask(new RefreshTokenGrant(tokens.refreshToken()), null);
    }

    /** Where the browser goes to end the session (OpenID Connect RP-Initiated Logout 1.0). */
    URI signOut(Tokens tokens) {
        return new LogoutRequest(
                        provider.getEndSessionEndpointURI(), tokens.idToken(), URI.create(app + "/"), new State())
                .toURI();
    }

    private TokenAnswer ask(AuthorizationGrant grant, @Nullable Nonce nonce) {
        try {
            TokenRequest request = new TokenRequest.Builder(provider.getTokenEndpointURI(), id, grant).build();
            TokenResponse response =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
            return response.indicatesSuccess()
                    ? new TokenAnswer.Granted(tokens((OIDCTokenResponse) response.toSuccessResponse(), nonce))
                    : TokenAnswer.Refused.of(response.toErrorResponse().getErrorObject());
        } catch (IOException e) {
            return new TokenAnswer.Refused(TokenAnswer.UNREACHABLE, String.valueOf(e.getMessage()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new TokenAnswer.Refused("invalid_response", String.valueOf(e.getMessage()));
        }
    }

    private Tokens tokens(OIDCTokenResponse response, @Nullable Nonce nonce) throws BadJOSEException, JOSEException {
        OIDCTokens tokens = response.getOIDCTokens();
        return new Tokens(
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getIDToken(),
                validator.validate(tokens.getIDToken(), nonce),
                Instant.now().plusSeconds(tokens.getAccessToken().getLifetime()));
    }

    private URI callback() {
        return URI.create(app + "/callback");
    }
}
