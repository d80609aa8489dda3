package dev.contactcenter.signals;

import java.util.regex.Pattern;

/** The id of a device as sources tell it. */
public final class DeviceId {

    private static final Pattern USABLE = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private DeviceId() {}

    /** Whether it can be kept and shown: 1 to 255 characters, none of them a control character. */
    public static boolean isUsable(String id) {
        return USABLE.matcher(id).matches() && !id.isBlank();
    }
}
