package dev.contactcenter.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactcenter.it.server.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a browser shows.
 *
 * @param address where it came from
 */
public record Screen(URI address, Answer answer) {

    private static final String DENIED = "contact-center-denied";

    /** The page. */
    public Document page() {
        return Jsoup.parse(answer.body(), address.toString());
    }

    /** Whether the page has an element with this id. */
    public boolean has(String id) {
        return page().getElementById(id) != null;
    }

    /** Whether the policy's refusal is shown. */
    public boolean isRefusal() {
        return has(DENIED);
    }

    /** The code to quote that a refusal shows: the beginning of the decision record's id. */
    public String refusalCode() {
        var code = page().getElementById(DENIED + "-code");
        return code == null ? "" : code.text();
    }

    /** Whether a passkey is asked for, and nothing else. */
    public boolean asksForPasskeyOnly() {
        return has("webauth") && !has("kc-form-login");
    }

    /** Where a redirect leads. */
    public Optional<URI> redirect() {
        return answer.status() / 100 == 3
                ? answer.headers().firstValue("Location").map(address::resolve)
                : Optional.empty();
    }

    /** What the browser brings back to the app; empty if it is not on the way there. */
    public Map<String, String> callback() {
        String query = redirect().map(URI::getRawQuery).orElse("");
        return Arrays.stream(query.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    @Override
    public String toString() {
        return "%d %s %s %s"
                .formatted(
                        answer.status(),
                        address.getPath(),
                        callback(),
                        page().body().text());
    }
}
