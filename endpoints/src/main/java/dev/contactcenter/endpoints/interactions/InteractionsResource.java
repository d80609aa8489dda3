package dev.contactcenter.endpoints.interactions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.body.UnusableException;
import dev.contactcenter.endpoints.caller.FeedCaller;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.endpoints.caller.TokenBearer;
import dev.contactcenter.kit.interaction.InteractionReport;
import dev.contactcenter.kit.interaction.InteractionStore;
import dev.contactcenter.kit.interaction.InteractionTaken;
import dev.contactcenter.kit.session.RealmSessions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Takes the state of interactions in. Only a service may tell, never a browser: whoever could call himself busy could stay what he is
 * no longer permitted to be. Telling the same again changes nothing, and what comes too late is answered and left.
 */
public final class InteractionsResource {

    /** The realm role of those who may tell. */
    public static final String ROLE = "contact-center-interaction-feed";

    private static final int LARGEST = 4096;

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The receiver of the realm that the request is about. */
    public InteractionsResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Takes one state in.
     *
     * @param sid Keycloak's session id, the {@code sid} claim
     */
    @PUT
    @Path("{sid}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(@PathParam("sid") String sid, InputStream body) throws IOException {
        return receive(() -> List.of(sid), body);
    }

    /**
     * The same from a telephony system that knows people and desks, and no sessions: the state is that of all their sessions, or of all at
     * that desk.
     *
     * @param user a user name, or Keycloak's id of the user
     * @param desk the id of the device that the sessions showed; wherever they are, if it is left out
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("desk") @DefaultValue("") String desk,
            InputStream body)
            throws IOException {
        return user.isEmpty()
                ? ProblemDetails.of(400, "Whose state", "The query names no user; or put it to interactions/{sid}.")
                        .build()
                : receive(() -> new PersonsSessions(session, realm).of(user, desk), body);
    }

    private Response receive(Supplier<List<String>> sessions, InputStream body) throws IOException {
        return switch (FeedCaller.ofService(session, TokenBearer.of(session), ROLE)) {
            case FeedCaller.Refused refused -> refused.response();
            case FeedCaller.Admitted(String clientId) -> take(sessions.get(), clientId, body.readNBytes(LARGEST + 1));
        };
    }

    private Response take(List<String> sessions, String teller, byte[] body) {
        if (body.length > LARGEST) {
            return ProblemDetails.of(413, "Too large", "The state of an interaction has at most " + LARGEST + " bytes.")
                    .build();
        }
        try {
            InteractionReport report = PutInteraction.read(body, Instant.ofEpochMilli(Time.currentTimeMillis()));
            return sessions.stream()
                    .map(sid -> take(sid, teller, report))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one instanceof InteractionTaken.Stored ? one : other)
                    .map(InteractionsResource::taken)
                    .orElseGet(InteractionsResource::unknown);
        } catch (UnusableException unusable) {
            return ProblemDetails.of(400, "Not a state", unusable.problem()).build();
        }
    }

    private Optional<InteractionTaken> take(String sid, String teller, InteractionReport report) {
        return new RealmSessions(session, realm)
                .first(sid)
                // A session outlives its user for a moment.
                .filter(of -> of.getUser() != null)
                .map(of -> take(of, teller, report));
    }

    private InteractionTaken take(UserSessionModel of, String teller, InteractionReport report) {
        InteractionTaken taken = session.getProvider(InteractionStore.class)
                .take(realm, of.getId(), of.getUser().getId(), report);
        switch (taken) {
            case InteractionTaken.Stored ignored -> new InteractionChange(session, realm).record(of, teller, report);
            case InteractionTaken.Ignored ignored -> {
                // What did not change is not recorded: the sender is told.
            }
        }
        return taken;
    }

    private static Response taken(InteractionTaken taken) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (taken) {
            case InteractionTaken.Stored ignored -> answer.put("outcome", "stored");
            case InteractionTaken.Ignored ignored -> {
                answer.put("outcome", "ignored");
                answer.put("detail", "A state with at least that sequence is known.");
                answer.putObject("known")
                        .put("state", ignored.known().state().word())
                        .put("sequence", ignored.known().sequence());
            }
        }
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown() {
        return ProblemDetails.of(404, "Unknown session", "The realm has no such session.")
                .build();
    }
}
