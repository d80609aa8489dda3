package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a file is put aside and a new one begun. One that was put aside has the time of that behind its name, so that names tell the order
 * and none changes again.
 *
 * @param mostBytes of a file
 * @param kept files that are kept beside the one that is written; 0 keeps all
 */
public record Rotation(long mostBytes, int kept) {

    /** Never. */
    public static final Rotation NONE = new Rotation(Long.MAX_VALUE, 0);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    boolean isDue(long size, long more) {
        return size > 0 && size + more > mostBytes;
    }

    void putAside(Path file) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + "." + TIME.format(Instant.now())));
        if (kept > 0) {
            List<Path> aside = aside(file);
            for (Path old : aside.subList(0, Math.max(0, aside.size() - kept))) {
                Files.delete(old);
            }
        }
    }

    /** The oldest first. */
    private static List<Path> aside(Path file) throws IOException {
        String begin = file.getFileName() + ".";
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            return siblings.filter(sibling -> sibling.getFileName().toString().startsWith(begin)
                            && sibling.getFileName()
                                    .toString()
                                    .substring(begin.length())
                                    .matches("\\d{8}T\\d{6}\\.\\d{6}Z"))
                    .sorted()
                    .toList();
        }
    }
}
