package dev.contactcenter.listeners.rendering;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Tells addresses from names without asking anybody. */
final class NetworkAddress {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*");

    private NetworkAddress() {}

    static boolean isOne(String text) {
        return isV4(text) || isV6(text);
    }

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    private static boolean isV6(String text) {
        if (!V6.matcher(text).matches()) {
            return false;
        }
        try {
            // A text with a colon is never looked up as a name.
            return InetAddress.getByName(text) != null;
        } catch (UnknownHostException malformed) {
            return false;
        }
    }
}
