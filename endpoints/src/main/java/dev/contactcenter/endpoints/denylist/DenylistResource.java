package dev.contactcenter.endpoints.denylist;

import dev.contactcenter.endpoints.caller.FeedCaller;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.kit.revocation.DenylistPage;
import dev.contactcenter.kit.revocation.Revocations;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells resource servers which tokens they must no longer accept: bearers of a token with the realm role {@value #ROLE}. Each
 * answer is short, also where the reader wants events, so that who may read is asked anew with each.
 */
public final class DenylistResource {

    /** The realm role of readers. */
    public static final String ROLE = "contact-center-denylist-reader";

    private static final int SECONDS_WHEN_FULL = 1;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final WaitingRoom room;

    /** The denylist of the realm that the request is about. */
    public DenylistResource(KeycloakSession session, WaitingRoom room) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.room = room;
    }

    /**
     * What a reader does not know yet.
     *
     * @param after the cursor up to which it knows all
     * @param lastEvent the same, as readers of events tell it; counts more
     * @param patience how long to wait if there is nothing
     */
    @GET
    public CompletionStage<Response> read(
            @QueryParam("after") @Nullable String after,
            @QueryParam("wait") @Nullable String patience,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        boolean wantsEvents = accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
        String byDefault = wantsEvents ? "PT25S" : "PT0S";
        return switch (FeedCaller.of(session, ROLE)) {
            case FeedCaller.Refused refused -> now(refused.response());
            case FeedCaller.Admitted ignored ->
                answer(
                        DenylistQuestion.read(
                                wantsEvents && lastEvent != null ? lastEvent : after,
                                patience == null ? byDefault : patience),
                        wantsEvents ? DenylistAnswer.EVENTS : DenylistAnswer.JSON);
        };
    }

    private CompletionStage<Response> answer(DenylistQuestion question, DenylistAnswer answer) {
        return switch (question) {
            case DenylistQuestion.Unusable unusable ->
                now(ProblemDetails.of(400, "Not a question", unusable.problem()).build());
            case DenylistQuestion.Usable usable -> answer(usable, answer);
        };
    }

    private CompletionStage<Response> answer(DenylistQuestion.Usable question, DenylistAnswer answer) {
        DenylistPage page = session.getProvider(Revocations.class).denylist(realm, question.after(), WaitingRoom.MOST);
        return switch (page) {
            case DenylistPage.Entries entries
            when entries.entries().isEmpty() && question.patience().isPositive() -> wait(question, answer);
            case DenylistPage.Entries entries -> now(answer.of(entries));
            case DenylistPage.StartOver startOver -> now(answer.of(startOver));
        };
    }

    private CompletionStage<Response> wait(DenylistQuestion.Usable question, DenylistAnswer answer) {
        return switch (room.wait(realm.getId(), question.after(), question.patience())) {
            case WaitingRoom.Seat.Taken taken -> taken.answer().thenApply(answer::of);
            case WaitingRoom.Seat.None ignored ->
                now(ProblemDetails.of(
                                503,
                                "Too many wait",
                                "As many readers of this realm as may wait for news wait already: ask without 'wait'.")
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_WHEN_FULL)
                        .build());
        };
    }

    private static CompletionStage<Response> now(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
