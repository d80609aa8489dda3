package dev.contactcenter.engine.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of one family as a line of addresses, cut where the zone that counts changes. Which block is the closest one is
 * settled when the line is cut, so that a look-up is one binary search.
 */
final class Ranges {

    private final List<Optional<Zone>> zones;

    /** Where each stretch begins, ascending; both halves with their highest bit flipped, so that they compare as signed numbers. */
    private long[] highs;

    private long[] lows;

    /** Which of the zones holds each stretch. */
    private int[] owners;

    private int count;

    private Ranges(List<Optional<Zone>> zones, int most) {
        this.zones = zones;
        highs = new long[most];
        lows = new long[most];
        owners = new int[most];
    }

    /**
     * A block of a zone.
     *
     * @param zone place of its zone in the list
     */
    record Owned(Cidr block, int zone) {

        private static final Comparator<Owned> BY_ADDRESS = Comparator.<Owned>comparingLong(
                        owned -> flipped(owned.high()))
                .thenComparingLong(owned -> flipped(owned.low()))
                .thenComparingInt(owned -> owned.block.prefix());

        private long high() {
            return block.first().high();
        }

        private long low() {
            return block.first().low();
        }

        private long lastHigh() {
            return high() | ~block.highMask();
        }

        private long lastLow() {
            return low() | ~block.lowMask();
        }

        /** Blocks never overlap in part: what begins inside of one ends there. */
        private boolean holds(Owned other) {
            return block.holds(other.block.first());
        }
    }

    /**
     * Cuts the line.
     *
     * @param zones the first is the one that holds what no block does
     * @param blocks of one family; of two alike the first counts
     */
    static Ranges of(List<Optional<Zone>> zones, List<Owned> blocks) {
        var ranges = new Ranges(zones, 2 * blocks.size());
        Deque<Owned> around = new ArrayDeque<>();
        blocks.stream().sorted(Owned.BY_ADDRESS).forEach(owned -> {
            ranges.closeBefore(around, owned);
            Owned nearest = around.peek();
            if (nearest == null || !nearest.block.equals(owned.block)) {
                ranges.cut(owned.high(), owned.low(), owned.zone);
                around.push(owned);
            }
        });
        while (!around.isEmpty()) {
            ranges.close(around);
        }
        ranges.trim();
        return ranges;
    }

    private void closeBefore(Deque<Owned> around, Owned next) {
        while (!around.isEmpty() && !around.element().holds(next)) {
            close(around);
        }
    }

    /** After the end of a block its addresses are again those of the block around it. */
    private void close(Deque<Owned> around) {
        Owned ended = around.pop();
        Owned next = around.peek();
        long low = ended.lastLow() + 1;
        long high = ended.lastHigh() + (low == 0 ? 1 : 0);
        boolean endOfAll = high == 0 && low == 0;
        if (!endOfAll) {
            cut(high, low, next == null ? 0 : next.zone);
        }
    }

    /** Where several cuts fall on one address, the last one counts: of blocks that begin together the longest prefix comes last. */
    private void cut(long high, long low, int owner) {
        if (count > 0 && highs[count - 1] == flipped(high) && lows[count - 1] == flipped(low)) {
            count--;
        }
        highs[count] = flipped(high);
        lows[count] = flipped(low);
        owners[count] = owner;
        count++;
    }

    private void trim() {
        highs = Arrays.copyOf(highs, count);
        lows = Arrays.copyOf(lows, count);
        owners = Arrays.copyOf(owners, count);
    }

    Optional<Zone> of(Address address) {
        long high = flipped(address.high());
        long low = flipped(address.low());
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            boolean before = highs[middle] < high || (highs[middle] == high && lows[middle] <= low);
            if (before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return zones.get(from == 0 ? 0 : owners[from - 1]);
    }

    private static long flipped(long half) {
        return half ^ Long.MIN_VALUE;
    }
}
