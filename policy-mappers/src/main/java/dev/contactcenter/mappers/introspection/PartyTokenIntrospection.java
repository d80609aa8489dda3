package dev.contactcenter.mappers.introspection;

import dev.contactcenter.kit.decision.DecisionPoint;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.record.Hook;
import dev.contactcenter.mappers.details.SingleUse;
import dev.contactcenter.mappers.remainder.Withheld;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's introspection of requesting party tokens (UMA 2.0 Federated Authorization §5), which answers for any access token that it
 * is asked about by that name ({@code token_type_hint}). Its answer tells no scope, so that it could not tell what is left: a
 * token is active only while all of it is permitted, and one that serves once never is, as its use would not be counted.
 */
final class PartyTokenIntrospection extends RPTIntrospectionProvider {

    PartyTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        DecisionPoint.of(session).askedByAnother();
        return super.introspect(token, event);
    }

    @Override
    protected boolean introspectionChecks(String token) {
        return super.introspectionChecks(token)
                && IntrospectedSession.goesOn(session, userSession, client, eventBuilder)
                && !SingleUse.isOf(this.token)
                && isWhole();
    }

    private boolean isWhole() {
        Optional<PresentToken> lacking = PresentToken.of(session, Hook.INTROSPECTION, token, userSession, client)
                .map(one -> one.remembered(userSession))
                .filter(one -> !one.stands());
        lacking.ifPresent(one -> {
            new ToldOnce(session, token, Keep.WITH_REQUEST).record(one);
            one.remainder().end(session, userSession);
            eventBuilder.detail(
                    Details.REASON,
                    Withheld.reason(one.remainder().refusals().getFirst().decision()));
            eventBuilder.error(Errors.ACCESS_DENIED);
        });
        return lacking.isEmpty();
    }
}
