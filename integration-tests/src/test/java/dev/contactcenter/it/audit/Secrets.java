package dev.contactcenter.it.audit;

import com.microsoft.playwright.Page;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import java.util.Set;
import java.util.TreeSet;

/** What a journey has used to prove itself, and nobody else may get hold of. */
final class Secrets {

    /** Shorter cookies hold a language or a flag. */
    private static final int SHORTEST_COOKIE = 16;

    private final Set<String> all = new TreeSet<>();

    /** The tokens, and their signatures alone. */
    void add(Tokens tokens) {
        for (String name : new String[] {"access_token", "refresh_token", "id_token"}) {
            String token = tokens.answer().text(name);
            if (!token.isEmpty()) {
                all.add(token);
                all.add(token.substring(token.lastIndexOf('.') + 1));
            }
        }
    }

    /** The cookies of a browser, and the code that it carried to the app. */
    void add(Page page) {
        all.add(TestApp.callback(page).get("code"));
        page.context().cookies().stream()
                .map(cookie -> cookie.value)
                .filter(value -> value.length() >= SHORTEST_COOKIE)
                .forEach(all::add);
    }

    Set<String> all() {
        return Set.copyOf(all);
    }
}
