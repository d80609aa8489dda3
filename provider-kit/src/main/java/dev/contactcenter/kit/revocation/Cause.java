package dev.contactcenter.kit.revocation;

import java.util.regex.Pattern;

/**
 * Why something is stopped, for the record, for the person and for whoever reads the denylist.
 *
 * @param reason reason code, lower snake case of at most 48 characters, for example {@code device_lost}; also the suffix of the
 *     message that the person reads
 * @param origin who ordered it, for the administrator: {@code administrator}, {@code policy}, {@code limit}, {@code handover},
 *     {@code account}, {@link #KEYCLOAK}, {@code client:} and a client id, or {@code stream:} and the name of a stream of signals
 * @param detail what else the administrator should know, at most 255 characters; empty for nothing
 */
public record Cause(String reason, String origin, String detail) {

    /** The origin of what Keycloak did by itself, such as a logout. */
    public static final String KEYCLOAK = "keycloak";

    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final int LONGEST = 255;

    public Cause {
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("A reason is lower snake case of at most 48 characters, not: " + reason);
        }
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
    }
}
