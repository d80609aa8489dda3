package dev.contactcenter.demo.records;

import dev.contactcenter.demo.web.Page;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows the decision records of a file as they are written, by server-sent events. It asks nobody to sign in: it is for the
 * loopback interface of one's own machine.
 */
public final class RecordsViewer {

    private static final long PAUSE_MILLIS = 300;
    private static final int PAUSES_PER_COMMENT = 50;

    private final RecordsTail tail;
    private volatile boolean stopping;

    private RecordsViewer(Path file) {
        this.tail = new RecordsTail(file);
    }

    /**
     * Starts the viewer.
     *
     * @param file one JSON object a line; need not exist yet
     */
    public static WebServer start(int port, Path file) {
        RecordsViewer viewer = new RecordsViewer(file);
        return WebServer.start("records", port, viewer::routes, viewer::stop);
    }

    private void routes(RoutesConfig routes) {
        routes.get(
                "/",
                context ->
                        Page.show(context, "records", Map.of("title", "Decision records", "page", "decision-records")));
        routes.sse("/records", this::follow);
    }

    /** From now on nothing is written: to an answer whose server has stopped, Javalin would fail without end. */
    private void stop() {
        stopping = true;
    }

    private void follow(SseClient client) {
        int next = firstOf(client.ctx().header("Last-Event-ID"));
        client.keepAlive();
        Thread.ofVirtual().name("records-viewer").start(() -> send(client, next));
    }

    private static int firstOf(@Nullable String lastSeen) {
        return lastSeen != null && lastSeen.matches("\\d{1,9}") ? Integer.parseInt(lastSeen) + 1 : 0;
    }

    private void send(SseClient client, int first) {
        int next = first;
        int pauses = 0;
        try {
            while (!stopping && !client.terminated()) {
                List<String> lines = tail.from(next);
                for (String line : lines) {
                    client.sendEvent("record", line, String.valueOf(next++));
                }
                // Finds out that the browser has gone, which only writing does.
                if (++pauses % PAUSES_PER_COMMENT == 0) {
                    client.sendComment("still here");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            client.sendEvent("problem", "The records cannot be read: " + e.getMessage());
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
