package dev.contactcenter.trail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, as bytes in one buffer that is used again for each. */
final class Lines {

    private static final int BUFFER = 1 << 20;
    /** No record is nearly as long: whoever appends a gigabyte without a line break is not followed. */
    private static final int LONGEST = 1 << 26;

    private final InputStream in;
    private byte[] bytes = new byte[BUFFER];
    private int filled;
    private int next;
    private int from;
    private int to;

    Lines(InputStream in) {
        this.in = in;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Goes to the next line; false if there is none. */
    boolean advance() throws IOException {
        int scan = next;
        while (true) {
            for (; scan < filled; scan++) {
                if (bytes[scan] == '\n') {
                    return at(scan, scan + 1);
                }
            }
            int kept = filled - next;
            scan = kept;
            if (!fill()) {
                return kept > 0 && at(filled, filled);
            }
        }
    }

    private boolean at(int end, int following) {
        from = next;
        to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        next = following;
        return true;
    }

    private boolean fill() throws IOException {
        System.arraycopy(bytes, next, bytes, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == bytes.length) {
            if (filled >= LONGEST) {
                throw new IOException("a line has more than " + LONGEST + " bytes");
            }
            bytes = Arrays.copyOf(bytes, filled * 2);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }
}
