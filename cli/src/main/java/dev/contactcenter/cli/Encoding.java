package dev.contactcenter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts as URLs and forms carry them. */
final class Encoding {

    private Encoding() {}

    /** One segment of a path. */
    static String path(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value ->
                        URLEncoder.encode(value.getKey(), UTF_8) + "=" + URLEncoder.encode(value.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
