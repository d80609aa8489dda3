package dev.contactcenter.kit.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that failed a moment ago. A server that hangs costs one request its time-out, and not each of them. */
public final class BackOff {

    /** How long a server is left alone unless it is said otherwise. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Duration pause;

    private record Failure(Instant until, String why) {}

    /** One that leaves servers alone for {@link #PAUSE}. */
    public BackOff() {
        this(PAUSE);
    }

    /** One that leaves servers alone for so long. */
    public BackOff(Duration pause) {
        this.pause = pause;
    }

    /** Why a server is not asked at the moment; nothing if it may be. */
    public Optional<String> reason(String server, Instant now) {
        return Optional.ofNullable(failures.computeIfPresent(
                        server, (ignored, failure) -> now.isBefore(failure.until()) ? failure : null))
                .map(Failure::why);
    }

    /** Leaves a server alone for a while. */
    public void failed(String server, Instant now, String why) {
        failures.put(server, new Failure(now.plus(pause), why));
    }
}
