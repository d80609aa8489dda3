package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Appends decision records to a file, forced to disk.
 *
 * <p>The file may also be rotated by others, by renaming or by truncating it. A half line that an earlier death of the server or a full disk
 * left behind is ended, so that it spoils no record after it; the record it was meant to be is delivered again.
 */
public final class FileSink implements Sink {

    private static final Logger LOG = Logger.getLogger(FileSink.class);

    private static final int MOST = 1000;

    private final Path path;
    private final String origin;
    private final Rotation rotation;
    private @Nullable FileChannel channel;
    private @Nullable Object openFileKey;

    /**
     * A file.
     *
     * @param origin what names it, for messages: {@code the server option '...'}
     */
    public FileSink(Path path, String origin, Rotation rotation) {
        this.path = path.toAbsolutePath();
        this.origin = origin;
        this.rotation = rotation;
    }

    @Override
    public String title() {
        return "the file '" + path + "' of " + origin;
    }

    @Override
    public String remedy() {
        return "Name a file that the server's user may create and write, in a folder that exists.";
    }

    @Override
    public synchronized void check() throws IOException {
        try {
            current();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized Delivered deliver(List<Line> lines) throws IOException {
        try {
            String text = lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
            FileChannel current = withRoomFor(text.getBytes(UTF_8).length);
            write(current, text);
            current.force(false);
            return new Delivered.All();
        } catch (IOException e) {
            // Reopening is what finds and ends a half line.
            close();
            throw e;
        }
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public synchronized void close() {
        FileChannel closing = channel;
        channel = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException e) {
                LOG.debugf(
                        e,
                        "File cannot be closed, which loses nothing, because all of it was forced to disk (%s)",
                        path);
            }
        }
    }

    private FileChannel withRoomFor(int bytes) throws IOException {
        FileChannel open = current();
        if (!rotation.isDue(open.size(), bytes)) {
            return open;
        }
        close();
        rotation.putAside(path);
        return open();
    }

    private FileChannel current() throws IOException {
        FileChannel open = channel;
        if (open != null && openFileKey != null && openFileKey.equals(fileKey())) {
            return open;
        }
        close();
        return open();
    }

    private FileChannel open() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw unusable("it is not a regular file");
        }
        try {
            FileChannel opened = FileChannel.open(path, CREATE, WRITE, APPEND);
            channel = opened;
            openFileKey = fileKey();
            if (endsInsideLine()) {
                write(opened, "\n");
            }
            return opened;
        } catch (NoSuchFileException e) {
            // Java's own words for this and the next are the path and nothing more.
            throw unusable("its folder is not there");
        } catch (AccessDeniedException e) {
            throw unusable("the server's user may not read and write it");
        }
    }

    private FileSystemException unusable(String why) {
        return new FileSystemException(path.toString(), null, why);
    }

    /** Tells one file from another that later bears its name; null where no file is, or the file system has no such key. */
    private @Nullable Object fileKey() throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private boolean endsInsideLine() throws IOException {
        try (FileChannel reading = FileChannel.open(path, READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(last, reading.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
