package dev.contactcenter.listeners.sink;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for which there is hardly room any more. A hole makes it as large as its file system lets a file be, but for a few bytes: what is
 * appended ends there in the middle, as on a full disk, and needs neither a disk of its own nor a right to make one. Not to be read whole.
 */
public final class FullDisk {

    private final Path file;
    private final long hole;
    private final long end;

    private FullDisk(Path file, long hole, long end) {
        this.file = file;
        this.hole = hole;
        this.end = end;
    }

    /** Leaves a file room for so many bytes. */
    public static FullDisk around(Path file, int room) throws IOException {
        long end = largest(file.toAbsolutePath().getParent()) - room;
        try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
            long hole = opened.length();
            opened.setLength(end);
            return new FullDisk(file, hole, end);
        }
    }

    /** Finds by halves what the file system does not tell. */
    private static long largest(Path folder) throws IOException {
        Path tried = Files.createTempFile(folder, "largest", "");
        long least = 0;
        long most = Long.MAX_VALUE;
        try (var file = new RandomAccessFile(tried.toFile(), "rw")) {
            while (least < most) {
                long middle = most - (most - least) / 2;
                if (canBe(file, middle)) {
                    least = middle;
                } else {
                    most = middle - 1;
                }
            }
        } finally {
            Files.delete(tried);
        }
        return least;
    }

    private static boolean canBe(RandomAccessFile file, long length) {
        try {
            file.setLength(length);
            return true;
        } catch (IOException tooLarge) {
            return false;
        }
    }

    /** Makes room again: the file is what was written into it before and since, all at once. */
    public void free() throws IOException {
        Path mended = file.resolveSibling(file.getFileName() + ".mended");
        try (FileChannel from = FileChannel.open(file);
                var to = Files.newOutputStream(mended)) {
            from.transferTo(0, hole, Channels.newChannel(to));
            from.transferTo(end, from.size() - end, Channels.newChannel(to));
        }
        Files.move(mended, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
}
