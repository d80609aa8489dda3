package dev.contactcenter.signals.posture;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** Where a request carries the token. */
enum Carrier {
    HEADER {
        @Override
        List<String> all(HttpHeaders headers, String name) {
            return headers.getRequestHeader(name);
        }
    },

    COOKIE {
        // As they were sent: what parses cookies into a map keeps one of several of the same name, and not always the
        // same.
        @Override
        List<String> all(HttpHeaders headers, String name) {
            return headers.getRequestHeader(HttpHeaders.COOKIE).stream()
                    .flatMap(header -> Stream.of(header.split(";", -1)))
                    .map(pair -> pair.strip().split("=", 2))
                    .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                    .map(pair -> pair[1].strip())
                    .toList();
        }
    };

    abstract List<String> all(HttpHeaders headers, String name);

    /** What is there under a name; what is empty is not there. */
    List<String> shown(HttpHeaders headers, String name) {
        List<String> all = all(headers, name);
        return all == null
                ? List.of()
                : all.stream().filter(value -> !value.isBlank()).toList();
    }
}
