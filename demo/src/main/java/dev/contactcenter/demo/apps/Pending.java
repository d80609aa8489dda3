package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/**
 * An authorization request on its way.
 *
 * @param location where the browser is sent
 * @param errand what to do after the return: a recording to play, {@link #EXPORT}, {@link #REVIEW} and a recording, or empty for
 *     nothing
 */
record Pending(State state, Nonce nonce, CodeVerifier verifier, URI location, String errand) {

    /** To export customers. */
    static final String EXPORT = "export";

    /** To review the evidence of the recording that follows. */
    static final String REVIEW = "review:";
}
