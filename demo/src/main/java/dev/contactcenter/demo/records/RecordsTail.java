package dev.contactcenter.demo.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows a file of lines that another process writes; it may not be there yet, and may start anew. */
final class RecordsTail {

    private static final int MOST_BYTES = 1 << 24;

    private final Path file;
    private final List<String> lines = new ArrayList<>();
    private long position;

    RecordsTail(Path file) {
        this.file = file;
    }

    /** The lines from the given one on, those of now included. */
    synchronized List<String> from(int first) throws IOException {
        readOn();
        return first >= lines.size() ? List.of() : List.copyOf(lines.subList(first, lines.size()));
    }

    private void readOn() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() < position) {
                position = 0;
            }
            takeWholeLines(channel);
        }
    }

    /** The writer may be in the middle of a line: it is left for the next time. */
    private void takeWholeLines(SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size() - position, MOST_BYTES));
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A read may bring less than there is.
        }
        int end = buffer.position() - 1;
        while (end >= 0 && buffer.get(end) != '\n') {
            end--;
        }
        if (end < 0) {
            return;
        }
        new String(buffer.array(), 0, end, UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(lines::add);
        position += end + 1;
    }
}
