package dev.contactcenter.demo.apps;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code WWW-Authenticate: Bearer} header that asks for a stronger token (RFC 6750 §3, RFC 9470 §3).
 *
 * @param acrValues the levels that would do; empty if any does
 * @param scope what the token lacks; empty if nothing
 * @param header as it came
 */
record Challenge(List<ACR> acrValues, Scope scope, String header) {

    private static final Set<String> STEP_UP_ERRORS = Set.of("insufficient_user_authentication", "insufficient_scope");

    // RFC 9470 parameters are not known to BearerTokenError.
    private static final Pattern ACR_VALUES = Pattern.compile("acr_values=\"([^\"]*)\"");

    /** The answer to a request that was not served. */
    static ApiAnswer read(int status, String header) {
        try {
            BearerTokenError error = BearerTokenError.parse(header);
            if (!STEP_UP_ERRORS.contains(String.valueOf(error.getCode()))) {
                return new ApiAnswer.Refused(status, header);
            }
            Scope scope = error.getScope() == null ? new Scope() : error.getScope();
            return new ApiAnswer.StepUpAsked(new Challenge(acrValues(header), scope, header));
        } catch (ParseException e) {
            return new ApiAnswer.Refused(status, header);
        }
    }

    private static List<ACR> acrValues(String header) {
        Matcher found = ACR_VALUES.matcher(header);
        return found.find()
                ? Arrays.stream(found.group(1).split(" ")).map(ACR::new).toList()
                : List.of();
    }
}
