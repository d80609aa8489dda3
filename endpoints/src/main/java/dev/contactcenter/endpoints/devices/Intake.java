package dev.contactcenter.endpoints.devices;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.endpoints.mapping.Mapped;
import dev.contactcenter.endpoints.mapping.RecordReader;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body tells of devices. */
sealed interface Intake {

    /** Keycloak itself ends requests of more than ten megabytes. */
    int MOST_BYTES = 8 * 1024 * 1024;

    int MOST_DEVICES = 10_000;

    /**
     * It could be read.
     *
     * @param devices each with the place of its record
     */
    record Read(List<Item> devices, List<Refusal> refused) implements Intake {}

    /** It could not, and nothing of it counts. */
    record Unreadable(int status, String title, String detail) implements Intake {}

    /** A device and the place of its record, from 0 on. */
    record Item(int index, Device device) {}

    /**
     * A record that is not stored.
     *
     * @param index place of the record, from 0 on
     * @param pointer JSON pointer in the record to what is wrong; empty for the whole record
     */
    record Refusal(int index, String pointer, String problem) {}

    /** Reads a body, record by record. */
    static Intake read(InputStream body, RecordReader reader, Instant now, Reporter reporter) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Unreadable(
                            413,
                            "Too large",
                            "A request may have " + MOST_BYTES + " bytes; send the devices in several.")
                    : read(bytes, reader, now, reporter);
        } catch (IOException broken) {
            return new Unreadable(400, "Not readable", "The body of the request broke off.");
        }
    }

    private static Intake read(byte[] body, RecordReader reader, Instant now, Reporter reporter) {
        List<Item> devices = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        int index = 0;
        try (var records = new Records(body, reader.list())) {
            for (Optional<JsonNode> next = records.next(); next.isPresent(); next = records.next()) {
                if (index == MOST_DEVICES) {
                    return new Unreadable(
                            413,
                            "Too many",
                            "A request may tell of " + MOST_DEVICES + " devices; send the others in the next.");
                }
                sort(index, read(next.get(), reader, now, reporter), devices, refused);
                index++;
            }
            return new Read(devices, refused);
        } catch (JsonProcessingException malformed) {
            return new Unreadable(
                    400,
                    "Not readable",
                    "The body is no JSON that can be read, at record " + index + place(malformed.getLocation())
                            + ". Nothing of it was stored.");
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read because they are there", impossible);
        }
    }

    /** What exceeds a limit, such as the depth, has no place. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Mapped read(JsonNode record, RecordReader reader, Instant now, Reporter reporter) {
        return record.isObject()
                ? reader.read(record, now, reporter)
                : new Mapped.Refused("", "a record is a JSON object");
    }

    private static void sort(int index, Mapped mapped, List<Item> devices, List<Refusal> refused) {
        switch (mapped) {
            case Mapped.Valid valid -> devices.add(new Item(index, valid.device()));
            case Mapped.Refused problem -> refused.add(new Refusal(index, problem.pointer(), problem.problem()));
        }
    }
}
