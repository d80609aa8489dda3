package dev.contactcenter.engine.condition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Divides users into a hundred parts, the same way for ever and on every node. */
public final class Cohort {

    private static final int PARTS = 100;

    private Cohort() {}

    /** Whether a user belongs to a share; who has no id, as a service, never does. */
    static boolean isIn(Predicate.InCohort share, String userId) {
        return !userId.isEmpty() && part(share.cohort(), userId) < share.percent();
    }

    /**
     * Which part, 0 to 99, a user belongs to: the first four bytes of the SHA-256 of {@code cohort:user}, as an unsigned number,
     * modulo 100. Anybody can work it out by hand: {@code printf '%s' cohort:user | sha256sum}.
     */
    public static int part(String cohort, String userId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((cohort + ":" + userId).getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), PARTS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
