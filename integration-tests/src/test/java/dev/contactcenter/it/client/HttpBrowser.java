package dev.contactcenter.it.client;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Http;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;

/** A browser without a window and without scripts: it keeps cookies, follows redirects and sends forms as it is told. */
public final class HttpBrowser {

    private static final int MOST_REDIRECTS = 15;

    private final CookieJar cookies = new CookieJar();
    private final List<Carried> carried = new ArrayList<>();
    private final List<String> cookiesBeside = new ArrayList<>();

    private Optional<HttpClient> client = Optional.empty();

    /** From now on requests come from another address of this computer. */
    public void sendFrom(InetAddress address) {
        client = Optional.of(Http.from(address));
    }

    /** From now on requests go by this client, for example one that shows a certificate. */
    public void connectBy(HttpClient own) {
        client = Optional.of(own);
    }

    /** A header that something between browser and server adds. */
    private record Carried(String header, String value) {}

    /** From now on each request has this header, too, as an agent or proxy on the way would add it. */
    public void carry(String header, String value) {
        carried.add(new Carried(header, value));
    }

    /** From now on each request has this cookie, too, whatever the server says about it. */
    public void carryCookie(String name, String value) {
        cookiesBeside.add(name + "=" + value);
    }

    /** What a cookie holds that the server has set; nothing if there is none of that name. */
    public Optional<String> cookie(String name) {
        return cookies.value(name);
    }

    /** No request has any more what was carried. */
    public void carryNothing() {
        carried.clear();
        cookiesBeside.clear();
    }

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
        String sent = Stream.concat(Stream.of(cookies.header(address)), cookiesBeside.stream())
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("; "));
        carried.forEach(one -> request.header(one.header(), one.value()));
        HttpRequest.Builder complete = sent.isEmpty() ? request : request.header("Cookie", sent);
        Answer answer = client.map(own -> Http.send(own, complete)).orElseGet(() -> Http.send(complete));
        cookies.take(answer);
        return new Screen(address, answer);
    }
}
