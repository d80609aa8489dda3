package dev.contactcenter.trail;

import java.util.Arrays;

/**
 * Records of a chain that follow each other in one file without a gap. Of each it keeps the first 128 bits of its hash, and of the last
 * one all: enough to know a record again that was delivered twice, in 16 bytes a record.
 */
final class Stretch {

    private static final int GROWTH = 1024;
    private static final int HALF = 16;

    private final long first;
    private final String firstPrevious;
    private final String firstPlace;
    private final String firstRecord;
    private long[] upper = new long[GROWTH];
    private long[] lower = new long[GROWTH];
    private int size;
    private String before;
    private ChainedLine last;
    private String lastPlace;

    Stretch(ChainedLine line, String place) {
        first = line.seq();
        firstPrevious = line.previous();
        firstPlace = place;
        firstRecord = line.recordId();
        before = line.previous();
        last = line;
        lastPlace = place;
        keep(line.hash());
    }

    void add(ChainedLine line, String place) {
        before = last.hash();
        last = line;
        lastPlace = place;
        keep(line.hash());
    }

    /** Takes another record for the last one. */
    void replaceLast(ChainedLine line, String place) {
        size--;
        last = line;
        lastPlace = place;
        keep(line.hash());
    }

    private void keep(String hash) {
        if (size == upper.length) {
            upper = Arrays.copyOf(upper, size * 2);
            lower = Arrays.copyOf(lower, size * 2);
        }
        upper[size] = Long.parseUnsignedLong(hash, 0, HALF, HALF);
        lower[size] = Long.parseUnsignedLong(hash, HALF, 2 * HALF, HALF);
        size++;
    }

    boolean has(long seq) {
        return seq >= first && seq < first + size;
    }

    boolean hasHash(long seq, String hash) {
        int at = (int) (seq - first);
        return upper[at] == Long.parseUnsignedLong(hash, 0, HALF, HALF)
                && lower[at] == Long.parseUnsignedLong(hash, HALF, 2 * HALF, HALF)
                && (at != size - 1 || last.hash().equals(hash));
    }

    long first() {
        return first;
    }

    String firstPrevious() {
        return firstPrevious;
    }

    String firstPlace() {
        return firstPlace;
    }

    String firstRecord() {
        return firstRecord;
    }

    /** What the last record should have followed. */
    String before() {
        return before;
    }

    ChainedLine last() {
        return last;
    }

    String lastPlace() {
        return lastPlace;
    }

    long lastSeq() {
        return first + size - 1;
    }

    int size() {
        return size;
    }
}
