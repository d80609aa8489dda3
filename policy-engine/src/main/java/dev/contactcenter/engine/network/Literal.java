package dev.contactcenter.engine.network;

import java.util.Optional;

/** Reads one literal address, character by character: it stands in the way of every request. */
final class Literal {

    private static final int MAX_LENGTH = 45;
    private static final int GROUPS = 8;
    private static final int NOT_ONE = -1;
    private static final int MAPPED = 0xffff;

    private final String text;
    private int at;

    /** The groups before {@code ::}, or all, and how many they are. */
    private long high;

    private long low;
    private int groups;

    /** How many groups stood before {@code ::}; {@link #NOT_ONE} if there is none. */
    private int gap = NOT_ONE;

    Literal(String text) {
        this.text = text;
    }

    Optional<Address> read() {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return text.indexOf(':') < 0 ? ipv4() : ipv6();
    }

    private Optional<Address> ipv4() {
        long number = dotted();
        return number < 0 ? Optional.empty() : Optional.of(ofIpv4(number));
    }

    private static Address ofIpv4(long number) {
        return new Address(Address.Family.IPV4, number << Integer.SIZE, 0);
    }

    /** Four numbers up to the end of the text; {@link #NOT_ONE} if they are not there. */
    private long dotted() {
        long number = 0;
        for (int part = 0; part < Integer.BYTES; part++) {
            int octet = octet();
            boolean separated = part == 3 ? at == text.length() : at < text.length() && text.charAt(at++) == '.';
            if (octet < 0 || !separated) {
                return NOT_ONE;
            }
            number = number << Byte.SIZE | octet;
        }
        return number;
    }

    /** A leading zero is refused: whether it makes the number octal is understood in two ways. */
    private int octet() {
        int begin = at;
        int octet = 0;
        while (at < text.length() && at - begin < 3 && isDigit(text.charAt(at))) {
            octet = octet * 10 + text.charAt(at++) - '0';
        }
        boolean padded = at - begin > 1 && text.charAt(begin) == '0';
        return at == begin || padded || octet > 255 ? NOT_ONE : octet;
    }

    private Optional<Address> ipv6() {
        if (!skipLeadingGap()) {
            return Optional.empty();
        }
        while (at < text.length()) {
            if (!part()) {
                return Optional.empty();
            }
        }
        boolean whole = gap == NOT_ONE ? groups == GROUPS : groups < GROUPS;
        return whole ? Optional.of(spread()) : Optional.empty();
    }

    /** What begins with a colon begins with two. */
    private boolean skipLeadingGap() {
        if (text.charAt(0) != ':') {
            return true;
        }
        gap = 0;
        at = 2;
        return text.startsWith("::");
    }

    /** One group and what separates it from the next, or the IPv4 address at the end. */
    private boolean part() {
        int begin = at;
        int group = group();
        if (at < text.length() && text.charAt(at) == '.') {
            at = begin;
            return trailingIpv4();
        }
        return group >= 0 && push(group) && separated();
    }

    private int group() {
        int begin = at;
        int group = 0;
        while (at < text.length() && at - begin < 4) {
            int digit = hexadecimal(text.charAt(at));
            if (digit < 0) {
                break;
            }
            group = group << 4 | digit;
            at++;
        }
        return at == begin ? NOT_ONE : group;
    }

    private boolean trailingIpv4() {
        long number = dotted();
        return number >= 0 && push((int) (number >>> Short.SIZE)) && push((int) number & MAPPED);
    }

    private boolean push(int group) {
        high = high << Short.SIZE | low >>> (Long.SIZE - Short.SIZE);
        low = low << Short.SIZE | group;
        return ++groups <= GROUPS;
    }

    private boolean separated() {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at++) != ':' || at == text.length()) {
            return false;
        }
        if (text.charAt(at) != ':') {
            return true;
        }
        at++;
        boolean first = gap == NOT_ONE;
        gap = groups;
        return first;
    }

    /** Opens the gap: what was read stands at the end, and the groups before the gap belong to the front. */
    private Address spread() {
        if (gap != NOT_ONE) {
            openGap();
        }
        boolean mapped = high == 0 && low >>> Integer.SIZE == MAPPED;
        return mapped ? ofIpv4(low & 0xffff_ffffL) : new Address(Address.Family.IPV6, high, low);
    }

    private void openGap() {
        long frontHigh = 0;
        long frontLow = 0;
        int behind = groups - gap;
        for (int group = 0; group < gap; group++) {
            int value = groupAt(behind + gap - 1 - group);
            if (group < GROUPS / 2) {
                frontHigh |= (long) value << (Long.SIZE - Short.SIZE * (group + 1));
            } else {
                frontLow |= (long) value << (Long.SIZE - Short.SIZE * (group - GROUPS / 2 + 1));
            }
        }
        int kept = behind * Short.SIZE;
        high = frontHigh | (kept > Long.SIZE ? high & ~(-1L << (kept - Long.SIZE)) : 0);
        low = frontLow | (kept >= Long.SIZE ? low : low & ~(-1L << kept));
    }

    /** Of the groups read so far, counted from the last. */
    private int groupAt(int fromEnd) {
        long half = fromEnd < GROUPS / 2 ? low : high;
        return (int) (half >>> (Short.SIZE * (fromEnd % (GROUPS / 2)))) & MAPPED;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int hexadecimal(char character) {
        if (isDigit(character)) {
            return character - '0';
        }
        int letter = (character | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : NOT_ONE;
    }
}
