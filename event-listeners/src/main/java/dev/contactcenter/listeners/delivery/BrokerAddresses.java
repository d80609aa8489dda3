package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Settings;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brokers as an administrator writes them.
 *
 * @param hosts names or addresses, those of IPv6 in brackets
 * @param joined each with its port, with commas between them
 */
record BrokerAddresses(List<String> hosts, String joined) {

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final int MOST_PORT = 65_535;

    BrokerAddresses {
        hosts = List.copyOf(hosts);
    }

    /**
     * Reads some.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    static BrokerAddresses parse(String text) {
        List<Matcher> parts = Stream.of(Settings.given(text).split(",", -1))
                .map(part -> part(part.strip()))
                .toList();
        return new BrokerAddresses(
                parts.stream().map(part -> part.group(1)).toList(),
                String.join(",", parts.stream().map(Matcher::group).toList()));
    }

    private static Matcher part(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no broker; write for example kafka.example.test:9093");
        }
        WholeNumber.parse(matcher.group(2), 1, MOST_PORT);
        return matcher;
    }
}
