package dev.contactcenter.listeners.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Lines as the text of one row: compressed (RFC 1950) and in letters (RFC 4648 §4). Records are much alike, so that what waits for a
 * sink takes a fraction of the room, and the database is spared compressing it by itself, which took it as long as storing the records.
 */
final class PackedLines {

    /** Every line is a JSON object: what begins like one was stored before lines were packed. */
    private static final String PLAIN = "{";

    private PackedLines() {}

    static String pack(List<String> lines) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (Writer out = new OutputStreamWriter(
                new DeflaterOutputStream(Base64.getEncoder().wrap(packed), deflater), UTF_8)) {
            for (String line : lines) {
                out.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing but memory is written to", e);
        } finally {
            deflater.end();
        }
        return packed.toString(ISO_8859_1);
    }

    static List<String> unpack(String text) {
        if (text.startsWith(PLAIN)) {
            return text.lines().toList();
        }
        var letters = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
        try (var in = new BufferedReader(new InputStreamReader(
                new InflaterInputStream(Base64.getDecoder().wrap(letters)), UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Lines that wait for a sink cannot be read, because they were changed", e);
        }
    }
}
