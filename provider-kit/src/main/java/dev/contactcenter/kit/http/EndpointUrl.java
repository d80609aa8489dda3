package dev.contactcenter.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The URL of another server, as an administrator writes it. */
public final class EndpointUrl {

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private EndpointUrl() {}

    /**
     * Reads one. Nothing else of the network is reached without TLS.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    public static URI parse(String text) {
        try {
            URI url = new URI(text);
            boolean local = "http".equals(url.getScheme()) && isThisComputer(String.valueOf(url.getHost()));
            if ((local || "https".equals(url.getScheme())) && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException notOne) {
            throw new IllegalArgumentException("it is not a URL: " + notOne.getReason(), notOne);
        }
        throw new IllegalArgumentException(
                "it must be an https URL with a host and without a password, or an http URL of localhost");
    }

    /**
     * Whether a host, as it stands in a URL, is this computer by its name: what is said to it does not leave it.
     */
    public static boolean isThisComputer(String host) {
        return THIS_COMPUTER.contains(host);
    }
}
