package dev.contactcenter.endpoints.denylist;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.endpoints.caller.ProblemDetails;
import dev.contactcenter.kit.revocation.DenylistEntry;
import dev.contactcenter.kit.revocation.DenylistPage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** Pages of the denylist, as a reader wants them. */
enum DenylistAnswer {
    /** One JSON object. */
    JSON {
        @Override
        Response of(DenylistPage page) {
            return switch (page) {
                case DenylistPage.Entries entries ->
                    ok(MediaType.APPLICATION_JSON, json(entries).toString());
                case DenylistPage.StartOver ignored ->
                    ProblemDetails.of(
                                    410,
                                    "Start over",
                                    "What came after this cursor is forgotten, or it is no cursor of this list: forget what"
                                            + " you know and ask with after=0.")
                            .build();
            };
        }
    },

    /**
     * Server-sent events (<a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML §9.2</a>), of which a
     * reader asks for the next ones by itself when the answer ends.
     */
    EVENTS {
        @Override
        Response of(DenylistPage page) {
            return ok(MediaType.SERVER_SENT_EVENTS, RETRY + events(page));
        }
    };

    private static final String RETRY = "retry: 200\n\n";

    abstract Response of(DenylistPage page);

    private static Response ok(String type, String body) {
        return Response.ok(body, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ObjectNode json(DenylistPage.Entries page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = json.putArray("entries");
        page.entries().forEach(entry -> entries.add(json(entry)));
        json.put("next", page.next());
        return json;
    }

    /** The last one stands for the whole page: it may reach further, over entries that are forgotten. */
    private static long cursor(DenylistEntry entry, DenylistPage.Entries page) {
        return entry.equals(page.entries().getLast()) ? page.next() : entry.cursor();
    }

    private static ObjectNode json(DenylistEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("cursor", entry.cursor());
        json.put("kind", entry.kind().word());
        json.put("value", entry.value());
        json.put("reason", entry.reason());
        json.put("at", entry.at().toString());
        entry.until().ifPresent(until -> json.put("until", until.toString()));
        return json;
    }

    private static String events(DenylistPage page) {
        return switch (page) {
            // Not a refusal: a reader of events never asks again after one.
            case DenylistPage.StartOver ignored -> "event: start-over\nid: 0\ndata: {}\n\n";
            case DenylistPage.Entries entries when entries.entries().isEmpty() -> ": nothing new\n\n";
            case DenylistPage.Entries entries ->
                entries.entries().stream()
                        .map(entry -> "event: entry\nid: " + cursor(entry, entries) + "\ndata: " + json(entry) + "\n\n")
                        .collect(Collectors.joining());
        };
    }
}
