package dev.contactcenter.kit.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that failed a moment ago. A server that hangs costs one request its time-out, and not each of them. */
public final class BackOff {

    /** How long a server is left alone. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(Instant until, String why) {}

    /** Why a server is not asked at the moment; nothing if it may be. */
    public Optional<String> reason(String server, Instant now) {
        return Optional.ofNullable(failures.computeIfPresent(
                        server, (ignored, failure) -> now.isBefore(failure.until()) ? failure : null))
                .map(Failure::why);
    }

    /** Leaves a server alone for a while. */
    public void failed(String server, Instant now, String why) {
        failures.put(server, new Failure(now.plus(PAUSE), why));
    }
}
