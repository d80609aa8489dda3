package dev.contactcenter.signals.posture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Which session showed a token first. A browser sends the same cookie with every request, so that the same session may show the
 * same token again; no other may. Keycloak's store of single-use objects knows it on all nodes.
 */
final class FirstSession {

    private static final int LOOKS = 5;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final SingleUseObjectProvider used;

    FirstSession(SingleUseObjectProvider used) {
        this.used = used;
    }

    /**
     * Whether a token is this session's; if nobody showed it before, it is from now on. Without a session, as a service acts, it
     * counts once.
     *
     * @param token what tells this token from all others
     * @param remaining how long the token still counts
     */
    boolean claim(String token, String sessionId, Duration remaining) {
        String first = key(token);
        String mine = key(first + "\n" + sessionId);
        // Seconds are cut off in the store: a token must not outlive the memory of it.
        long seconds = remaining.toSeconds() + 1;
        if (sessionId.isEmpty()) {
            return used.putIfAbsent(first, seconds);
        }
        if (used.contains(mine)) {
            return true;
        }
        if (used.putIfAbsent(first, seconds)) {
            return used.putIfAbsent(mine, seconds);
        }
        return isMineAfterAll(mine);
    }

    /** Two requests of one session may come at once, and the other be between its two notes. */
    private boolean isMineAfterAll(String mine) {
        for (int look = 0; look < LOOKS; look++) {
            if (used.contains(mine)) {
                return true;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return false;
    }

    private static String key(String text) {
        byte[] hash = HashUtils.hash(JavaAlgorithm.SHA256, text.getBytes(UTF_8));
        return "contact-center.posture." + HexFormat.of().formatHex(hash);
    }
}
