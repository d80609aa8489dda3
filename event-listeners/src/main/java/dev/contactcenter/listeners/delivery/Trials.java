package dev.contactcenter.listeners.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.kit.setting.InvalidSettingException;
import dev.contactcenter.kit.sink.SinkTrial;
import dev.contactcenter.listeners.sink.Delivered;
import dev.contactcenter.listeners.sink.FileSink;
import dev.contactcenter.listeners.sink.Line;
import dev.contactcenter.listeners.sink.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Test records: what a sink would do with one, at once. */
final class Trials {

    private final KeycloakSession session;

    Trials(KeycloakSession session) {
        this.session = session;
    }

    SinkTrial of(RealmModel realm, SinkKind kind, Map<String, String> stored) {
        Sink sink;
        SinkSettings settings;
        try {
            settings = SinkSettings.of(stored);
            sink = kind.open(session, stored);
        } catch (InvalidSettingException | IllegalStateException unusable) {
            return new SinkTrial.Failed(String.valueOf(unusable.getMessage()));
        }
        try (sink) {
            ObjectNode record = record(realm, settings.name());
            return deliver(sink, new Line(settings.format().render(record), record.toString()));
        }
    }

    private static SinkTrial deliver(Sink sink, Line line) {
        long begin = System.nanoTime();
        try {
            sink.check();
            // A file that could be opened takes records, and needs none that stands in no chain.
            Delivered delivered = sink instanceof FileSink ? new Delivered.All() : sink.deliver(List.of(line));
            return switch (delivered) {
                case Delivered.All ignored -> new SinkTrial.Worked(Duration.ofNanos(System.nanoTime() - begin));
                case Delivered.AllBefore(int ignored, String why) ->
                    new SinkTrial.Failed("The test record was not taken by " + sink.title() + ": it " + why + ".");
                case Delivered.Fewer ignored ->
                    throw new IllegalStateException("No sink wants fewer than one record, because it refuses that one");
            };
        } catch (IOException failed) {
            return new SinkTrial.Failed("The test record cannot be delivered to " + sink.title() + ": "
                    + failed.getMessage() + ". " + sink.remedy());
        }
    }

    /** The members that every record has. */
    private static ObjectNode record(RealmModel realm, String sink) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("id", UUID.randomUUID().toString());
        record.put("event", "sink_test");
        record.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        record.put("hook", "none");
        record.put("realm", realm.getName());
        record.put("outcome", "told");
        record.put("privileged", false);
        record.put("degraded", false);
        record.putObject("about").put("sink", sink);
        return record;
    }
}
