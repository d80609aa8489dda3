package dev.contactcenter.trail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * A line as it was delivered, taken apart. Read from its end, where the chain is: no JSON parser, because the exact bytes count and
 * because a trail has millions of lines.
 *
 * @param recordId the record's own {@code id}; empty if it does not begin with one
 * @param computed the hash that the line should tell
 */
record ChainedLine(String chain, long seq, String previous, String hash, String recordId, String computed) {

    private static final byte[] BEGIN = ",\"chain\":{\"id\":\"".getBytes(US_ASCII);
    private static final byte[] SEQ = "\",\"seq\":".getBytes(US_ASCII);
    private static final byte[] PREVIOUS = ",\"previous\":\"".getBytes(US_ASCII);
    private static final byte[] HASH = "\",\"hash\":\"".getBytes(US_ASCII);
    private static final byte[] END = "\"}}".getBytes(US_ASCII);
    private static final byte[] ID = "{\"id\":\"".getBytes(US_ASCII);
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_ID = 64;

    boolean isWhole() {
        return hash.equals(computed);
    }

    /** Nothing if the line is no chained record. */
    static Optional<ChainedLine> read(byte[] bytes, int from, int to, Hash hashing) {
        int hash = to - END.length - Hash.DIGITS;
        int previous = hash - HASH.length - Hash.DIGITS;
        int digitsEnd = previous - PREVIOUS.length;
        int digits = digitsEnd;
        while (digits > from && isDigit(bytes[digits - 1])) {
            digits--;
        }
        int idEnd = digits - SEQ.length;
        int id = idEnd;
        while (id > from && idEnd - id <= LONGEST_ID && bytes[id - 1] != '"') {
            id--;
        }
        int begin = id - BEGIN.length;
        boolean isOne = begin > from
                && digits < digitsEnd
                && digitsEnd - digits <= MOST_DIGITS
                && isAt(bytes, to - END.length, END)
                && isAt(bytes, hash - HASH.length, HASH)
                && isAt(bytes, digitsEnd, PREVIOUS)
                && isAt(bytes, idEnd, SEQ)
                && isAt(bytes, begin, BEGIN)
                && isHex(bytes, previous)
                && isHex(bytes, hash);
        return isOne
                ? Optional.of(
                        read(bytes, new Places(from, begin, id, idEnd, digits, digitsEnd, previous, hash), hashing))
                : Optional.empty();
    }

    private record Places(int from, int begin, int id, int idEnd, int digits, int digitsEnd, int previous, int hash) {}

    private static ChainedLine read(byte[] bytes, Places at, Hash hashing) {
        long seq = Long.parseLong(text(bytes, at.digits(), at.digitsEnd()));
        String before = text(bytes, at.previous(), at.previous() + Hash.DIGITS);
        return new ChainedLine(
                text(bytes, at.id(), at.idEnd()),
                seq,
                before,
                text(bytes, at.hash(), at.hash() + Hash.DIGITS),
                recordId(bytes, at.from(), at.begin()),
                hashing.of(before, seq, bytes, at.from(), at.begin()));
    }

    private static String recordId(byte[] bytes, int from, int to) {
        if (!isAt(bytes, from, ID)) {
            return "";
        }
        int start = from + ID.length;
        int end = start;
        while (end < to && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, start, end - start, UTF_8);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, US_ASCII);
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isHex(byte[] bytes, int from) {
        for (int at = from; at < from + Hash.DIGITS; at++) {
            if (!isDigit(bytes[at]) && (bytes[at] < 'a' || bytes[at] > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] wanted) {
        if (at < 0 || at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
