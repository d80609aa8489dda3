package dev.contactcenter.authenticators.access;

import dev.contactcenter.kit.decision.Ruling;
import dev.contactcenter.kit.record.DecisionRecord;
import dev.contactcenter.kit.record.DecisionRecorder;
import dev.contactcenter.kit.record.DecisionRecorder.Keep;
import dev.contactcenter.kit.session.Actors;
import dev.contactcenter.kit.session.CurrentMode;
import dev.contactcenter.kit.session.RealmSessions;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;

/**
 * Brings a client into the mode that it was permitted. If it leaves another one for that, the tokens of the other are over with the
 * transaction of the permit, which also stores the record of it.
 */
final class ModeSwitch {

    private final AuthenticationFlowContext context;
    private final Instant now;
    private final @Nullable UserSessionModel continued;

    /** @param continued the session that the login goes on in, or null if it begins one */
    ModeSwitch(AuthenticationFlowContext context, Instant now, @Nullable UserSessionModel continued) {
        this.context = context;
        this.now = now;
        this.continued = continued;
    }

    void to(String mode, Ruling permit) {
        Optional<CurrentMode> before = continued == null ? Optional.empty() : CurrentMode.of(ofClient(continued));
        CurrentMode next = CurrentMode.next(before, mode, now);
        next.put(context.getAuthenticationSession());
        if (continued != null && before.isPresent() && !before.get().equals(next)) {
            known(continued).forEach(next::put);
            record(continued, before.get(), next, permit);
        }
    }

    /** The offline session that it may have begun has tokens of its own. */
    private Stream<AuthenticatedClientSessionModel> known(UserSessionModel session) {
        return new RealmSessions(context.getSession(), context.getRealm())
                .both(session.getId())
                .map(this::ofClient)
                .filter(Objects::nonNull);
    }

    private @Nullable AuthenticatedClientSessionModel ofClient(UserSessionModel session) {
        return session.getAuthenticatedClientSessionByClient(client().getId());
    }

    private ClientModel client() {
        return context.getAuthenticationSession().getClient();
    }

    private void record(UserSessionModel session, CurrentMode left, CurrentMode next, Ruling permit) {
        context.getSession()
                .getProvider(DecisionRecorder.class)
                .record(
                        DecisionRecord.ofEvent(
                                DecisionRecord.MODE_SWITCHED,
                                now,
                                context.getRealm().getName(),
                                "switched",
                                "",
                                Actors.of(
                                        context.getSession(),
                                        context.getUser(),
                                        session.getId(),
                                        client().getClientId()),
                                Map.of("from", left.mode(), "to", next.mode(), "decision", permit.id())),
                        Keep.WITH_REQUEST);
    }
}
