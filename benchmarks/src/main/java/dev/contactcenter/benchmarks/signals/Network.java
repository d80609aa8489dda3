package dev.contactcenter.benchmarks.signals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Blocks and addresses that everybody who is measured gets.
 *
 * @param blocks each with the number of its zone; no block stands there twice
 * @param addresses half of them in a block
 */
record Network(Map<String, Integer> blocks, List<String> addresses) {

    static final int ZONES = 8;

    /** A power of two, and few enough for the processor's cache: a request's address is text that was just made. */
    static final int ADDRESSES = 1024;

    /** Half of the blocks lie inside of others. */
    static Network of(int size, boolean ipv6) {
        var random = new Random(size);
        Map<String, Integer> blocks = new LinkedHashMap<>();
        List<String> inside = new ArrayList<>();
        while (blocks.size() < size) {
            String wide = ipv6 ? wideIpv6(random) : wideIpv4(random);
            blocks.putIfAbsent(wide + (ipv6 ? "::/48" : ".0.0/20"), random.nextInt(ZONES));
            if (blocks.size() < size) {
                String close = wide + (ipv6 ? ":" + group(random) : ".0");
                blocks.putIfAbsent(close + (ipv6 ? "::/64" : ".0/26"), random.nextInt(ZONES));
                inside.add(close + (ipv6 ? "::" + group(random) : "." + random.nextInt(256)));
            }
        }
        List<String> addresses = new ArrayList<>();
        while (addresses.size() < ADDRESSES) {
            addresses.add(inside.get(random.nextInt(inside.size())));
            addresses.add(ipv6 ? wideIpv6(random) + "::1" : wideIpv4(random) + ".77.7");
        }
        return new Network(blocks, addresses);
    }

    private static String wideIpv4(Random random) {
        return 1 + random.nextInt(223) + "." + random.nextInt(256);
    }

    private static String wideIpv6(Random random) {
        return "2001:" + group(random) + ":" + group(random);
    }

    private static String group(Random random) {
        return String.format(Locale.ROOT, "%x", 1 + random.nextInt(0xfffe));
    }
}
