package dev.contactcenter.it.server;

import java.util.Map;

/**
 * How servers of tests are started. Most live for a minute, and would spend half of it compiling what then hardly runs: they are compiled
 * once and simply. Benchmarks, which ask how fast a server is, start theirs otherwise.
 */
final class QuickStart {

    /** Variables of the environment of {@code kc.sh}. */
    static final Map<String, String> ENVIRONMENT = Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    private QuickStart() {}
}
