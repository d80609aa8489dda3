package dev.contactcenter.it.client;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.FormElement;

/** A browser without a window and without scripts: it keeps cookies, follows redirects and sends forms as it is told. */
public final class HttpBrowser {

    private static final int MOST_REDIRECTS = 15;

    private final CookieJar cookies = new CookieJar();

    /** Opens an address and follows redirects as long as they stay on that server. */
    public Screen open(URI address) {
        return follow(load(address, HttpRequest.newBuilder(address)));
    }

    /**
     * Sends a form of a page.
     *
     * @param form a CSS selector
     * @param fields values on top of those that the form has; a hidden field may be overwritten
     */
    public Screen submit(Screen screen, String form, Map<String, String> fields) {
        if (!(screen.page().selectFirst(form) instanceof FormElement found)) {
            throw new AssertionError("There is no form '%s' on this page: %s".formatted(form, screen));
        }
        Map<String, String> sent = new LinkedHashMap<>();
        found.formData().forEach(field -> sent.put(field.key(), field.value()));
        sent.putAll(fields);
        return send(URI.create(found.absUrl("action")), sent);
    }

    /** Sends fields to an address, whatever any page says. */
    public Screen send(URI action, Map<String, String> fields) {
        return follow(load(
                action,
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Http.encode(fields)))));
    }

    private Screen follow(Screen first) {
        Screen screen = first;
        for (int hops = 0; hops < MOST_REDIRECTS; hops++) {
            URI here = screen.address();
            URI next = screen.redirect().orElse(here);
            if (next.equals(here) || !next.getAuthority().equals(here.getAuthority())) {
                return screen;
            }
            screen = load(next, HttpRequest.newBuilder(next));
        }
        throw new AssertionError("The server redirects without end: " + screen);
    }

    private Screen load(URI address, HttpRequest.Builder request) {
        String sent = cookies.header(address);
        Answer answer = Http.send(sent.isEmpty() ? request : request.header("Cookie", sent));
        cookies.take(answer);
        return new Screen(address, answer);
    }
}
