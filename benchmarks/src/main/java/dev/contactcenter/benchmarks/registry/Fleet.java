package dev.contactcenter.benchmarks.registry;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The devices of a large contact center, by number. */
final class Fleet {

    private static final int OWNERS = 30_000;

    private Fleet() {}

    static String id(int number) {
        return String.format(Locale.ROOT, "device-%06d", number);
    }

    static String owner(int number) {
        return "user-" + number % OWNERS + "@example.test";
    }

    /** Those from a number on, as the registry takes them: one JSON object after another. */
    static String json(int from, int to, String compliance) {
        return IntStream.range(from, to)
                .mapToObj(number -> """
                        {"id": "%s", "owner": "%s", "class": "assigned", "management": "managed", "compliance": "%s", \
                        "os": "windows", "osVersion": "10.0.26100", "encryption": "on", "edr": "running"}
                        """.formatted(id(number), owner(number), compliance))
                .collect(Collectors.joining());
    }
}
