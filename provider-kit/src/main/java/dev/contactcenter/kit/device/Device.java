package dev.contactcenter.kit.device;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import java.time.Instant;

/**
 * A device, as somebody who looked at it tells.
 *
 * @param id as its certificate and its posture tokens name it
 * @param owner Keycloak's id of the person, user name or e-mail address; empty for a device that is nobody's own
 * @param posture what is known of it; what is left out is not known
 * @param osVersion as its management writes it; empty if it is not known
 * @param observedAt when it was looked at, not when that was told
 * @param reporter who tells
 */
public record Device(
        String id, String owner, Observation posture, String osVersion, Instant observedAt, Reporter reporter) {

    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException for what no registry could store */
    public Device {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a device has an id");
        }
        require("id", id);
        require("owner", owner);
        require("version of the operating system", osVersion);
        require("reporter", reporter.name());
        require("mapping", reporter.mapping());
    }

    private static void require(String what, String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("the " + what + " of a device has at most " + LONGEST
                    + " characters, none of them a control character");
        }
    }

    /** Whether a registry can store this text. */
    public static boolean fits(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    /** A word of the posture; empty if it is not known. */
    public String word(Attribute attribute) {
        return posture.value(attribute) instanceof String word ? word : "";
    }
}
