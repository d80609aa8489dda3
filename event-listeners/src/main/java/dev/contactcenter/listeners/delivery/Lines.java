package dev.contactcenter.listeners.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.listeners.rendering.RecordFormat;
import dev.contactcenter.listeners.sink.Line;
import dev.contactcenter.trail.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Stored lines as a sink gets them.
 *
 * @param rendered what is delivered
 * @param origins of each of these, which stored line it was
 */
record Lines(List<Line> rendered, List<Integer> origins) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Lines {
        rendered = List.copyOf(rendered);
        origins = List.copyOf(origins);
    }

    /** Only {@link RecordFormat#DECISION} keeps the bytes that were chained, so that only it has checkpoints. */
    static Lines of(List<String> stored, RecordFormat format) {
        List<Line> rendered = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            String line = stored.get(i);
            if (format == RecordFormat.DECISION) {
                rendered.add(Line.asStored(line));
                origins.add(i);
            } else if (!Checkpoint.isOne(line)) {
                rendered.add(new Line(render(line, format), line));
                origins.add(i);
            }
        }
        return new Lines(rendered, origins);
    }

    private static String render(String line, RecordFormat format) {
        try {
            return format.render(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored record can always be read, because it was written as JSON", e);
        }
    }
}
