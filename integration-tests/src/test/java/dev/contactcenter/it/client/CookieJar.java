package dev.contactcenter.it.client;

import dev.contactcenter.it.server.Answer;
import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one browser at one server. The JDK's own jar keeps {@code Secure} cookies from plain HTTP, also on
 * localhost, where browsers send them.
 */
final class CookieJar {

    private final Map<Key, String> cookies = new LinkedHashMap<>();

    void take(Answer answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(line)) {
                Key key = new Key(cookie.getName(), cookie.getPath() == null ? "/" : cookie.getPath());
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(key);
                } else {
                    cookies.put(key, cookie.getValue());
                }
            }
        }
    }

    /** The header's value for this address; empty if no cookie goes there. */
    String header(URI address) {
        return cookies.entrySet().stream()
                .filter(cookie -> address.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What the first cookie of a name holds; nothing if there is none. */
    Optional<String> value(String name) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private record Key(String name, String path) {}
}
