package dev.contactcenter.endpoints.signals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.caller.FeedCaller;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.subjects.NamedUser;
import dev.contactcenter.kit.risk.RiskStore;
import dev.contactcenter.kit.risk.RiskTaken;
import dev.contactcenter.kit.risk.SessionRisk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Takes signals in, one a request. Telling the same again changes nothing, and what is older than what is known is answered and
 * left: a feed may repeat itself after a failure, and whoever replays an old message cannot lower a risk.
 */
public final class SignalsResource {

    /** The realm role of those who may tell. */
    public static final String ROLE = "contact-center-signal-feed";

    private static final int LARGEST = 8192;

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The receiver of the realm that the request is about. */
    public SignalsResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Takes one signal in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(InputStream body) throws IOException {
        return switch (FeedCaller.of(session, ROLE)) {
            case FeedCaller.Refused refused -> refused.response();
            case FeedCaller.Admitted(String clientId) -> take(clientId, body.readNBytes(LARGEST + 1));
        };
    }

    private Response take(String teller, byte[] body) {
        if (body.length > LARGEST) {
            return ProblemDetails.of(
                            413, "Too large", "A signal has at most " + LARGEST + " bytes; send one a request.")
                    .build();
        }
        return switch (ReceivedSignal.read(body, Instant.ofEpochMilli(Time.currentTimeMillis()))) {
            case ReceivedSignal.Unusable unusable ->
                ProblemDetails.of(400, "Not a signal", unusable.problem()).build();
            case ReceivedSignal.OfUser signal ->
                NamedUser.of(session, realm, signal.user())
                        .map(user -> recorded(
                                session.getProvider(RiskStore.class).take(realm, user, signal.report()),
                                taken -> new RiskRecord(session, realm).keepOfUser(user, teller, signal.report())))
                        .map(SignalsResource::taken)
                        .orElseGet(() -> unknown("user"));
            case ReceivedSignal.OfSession signal ->
                SessionRisk.take(session, realm, signal.session(), signal.report())
                        .map(outcome -> recorded(
                                outcome,
                                taken -> new RiskRecord(session, realm)
                                        .keepOfSession(signal.session(), teller, signal.report())))
                        .map(SignalsResource::taken)
                        .orElseGet(() -> unknown("session"));
        };
    }

    /** What was known already needs no record. */
    private static RiskTaken recorded(RiskTaken taken, Consumer<RiskTaken.Stored> record) {
        if (taken instanceof RiskTaken.Stored stored) {
            record.accept(stored);
        }
        return taken;
    }

    private static Response taken(RiskTaken taken) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (taken) {
            case RiskTaken.Stored ignored -> answer.put("outcome", "stored");
            case RiskTaken.Ignored ignored -> {
                answer.put("outcome", "ignored");
                answer.put("detail", "Something at least as new is known.");
                ObjectNode known = answer.putObject("known");
                known.put("level", ignored.known().level().word());
                known.put("observed_at", ignored.known().observedAt().toString());
            }
        }
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown(String subject) {
        return ProblemDetails.of(404, "Unknown subject", "The realm has no such " + subject + ".")
                .build();
    }
}
