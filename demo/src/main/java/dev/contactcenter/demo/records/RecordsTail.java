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

    private static final int READ_BYTES = 1 << 16;

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
            while (channel.size() > position && readChunk(channel)) {
                // Until what is left is no whole line.
            }
        }
    }

    /** Takes whole lines only: the writer may be in the middle of one. */
    private boolean readChunk(SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
        channel.position(position);
        int read = channel.read(buffer);
        int end = read - 1;
        while (end >= 0 && buffer.get(end) != '\n') {
            end--;
        }
        if (end < 0) {
            return false;
        }
        new String(buffer.array(), 0, end, UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(lines::add);
        position += end + 1;
        return true;
    }
}
