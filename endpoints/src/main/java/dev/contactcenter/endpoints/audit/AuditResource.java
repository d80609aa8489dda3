package dev.contactcenter.endpoints.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.body.Members;
import dev.contactcenter.endpoints.body.UnusableException;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.kit.allowance.Allowance;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Takes in what applications did, many at a time. All of a batch is taken or, if one of it cannot be read, nothing. */
public final class AuditResource {

    /** The realm role of services that may tell. */
    public static final String ROLE = Teller.ROLE;

    private static final int LARGEST = 512 * 1024;
    private static final int MOST = 100;

    /** Requests a minute of one session: whoever may sign in must not be able to fill the database. */
    private static final int BY_ONE_SESSION = 60;

    private final KeycloakSession session;

    /** The receiver of the realm that the request is about. */
    public AuditResource(KeycloakSession session) {
        this.session = session;
    }

    /** Takes a batch in. */
    @POST
    @Path("events")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(InputStream body) throws IOException {
        return switch (Teller.of(session)) {
            case Teller.Refused(Response response) -> response;
            case Teller.Service service -> take(service, body.readNBytes(LARGEST + 1));
            case Teller.Bearer bearer -> receive(bearer, body);
        };
    }

    private Response receive(Teller.Bearer bearer, InputStream body) throws IOException {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return switch (Allowance.take(session, "audit-events " + bearer.space(), BY_ONE_SESSION, now)) {
            case Allowance.Taken ignored -> take(bearer, body.readNBytes(LARGEST + 1));
            case Allowance.Spent(long secondsLeft) ->
                ProblemDetails.of(
                                429,
                                "Too many requests",
                                "A session tells of actions in at most " + BY_ONE_SESSION
                                        + " requests a minute; a request takes up to " + MOST + " events.")
                        .header(HttpHeaders.RETRY_AFTER, secondsLeft)
                        .build();
        };
    }

    private Response take(Teller teller, byte[] body) {
        if (body.length > LARGEST) {
            return ProblemDetails.of(413, "Too large", "A batch has at most " + LARGEST + " bytes.")
                    .build();
        }
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        try {
            return answer(enter(teller, read(teller, body, now), now));
        } catch (UnusableException unusable) {
            return ProblemDetails.of(400, "Not a batch of events", unusable.problem())
                    .build();
        }
    }

    private static List<ToldAction> read(Teller teller, byte[] body, Instant now) throws UnusableException {
        List<ToldAction> told = new ArrayList<>();
        List<Members> events = Members.read(body, Set.of("events")).list("events", MOST);
        for (int at = 0; at < events.size(); at++) {
            try {
                told.add(checked(teller, ToldAction.read(events.get(at), now)));
            } catch (UnusableException unusable) {
                throw new UnusableException("Event " + at + ": " + unusable.problem());
            }
        }
        return told;
    }

    private static ToldAction checked(Teller teller, ToldAction told) throws UnusableException {
        if (teller instanceof Teller.Service && told.token().isEmpty()) {
            throw new UnusableException("Member 'token' is missing: the access token that the action was done on.");
        }
        if (teller instanceof Teller.Bearer && !told.token().isEmpty()) {
            throw new UnusableException("Member 'token' stands there although the request itself shows the token.");
        }
        return told;
    }

    /** Two requests that tell the same at the same moment: the one that comes second finds, the second time, what the first stored. */
    private List<ActionBook.Entered> enter(Teller teller, List<ToldAction> told, Instant now) {
        try {
            return enterAll(teller, told, now);
        } catch (PersistenceException | ModelDuplicateException atTheSameMoment) {
            return enterAll(teller, told, now);
        }
    }

    private List<ActionBook.Entered> enterAll(Teller teller, List<ToldAction> told, Instant now) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                own -> {
                    ActionBook book = new ActionBook(own, teller, now);
                    return told.stream().map(book::enter).toList();
                },
                "contact-center-audit-events");
    }

    private static Response answer(List<ActionBook.Entered> entered) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        entered.forEach(one -> {
            ObjectNode told = events.addObject().put("id", one.id()).put("outcome", one.outcome());
            if (!one.reason().isEmpty()) {
                told.put("reason", one.reason());
            }
        });
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
