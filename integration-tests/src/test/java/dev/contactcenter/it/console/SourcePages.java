package dev.contactcenter.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.it.server.RealmFixture;
import java.util.regex.Pattern;

/** The pages of Declarative UI that list and edit the sources of one realm. */
final class SourcePages {

    private final Page page;
    private final RealmFixture realm;

    private SourcePages(Page page, RealmFixture realm) {
        this.page = page;
        this.realm = realm;
    }

    /** Signs the administrator in. */
    static SourcePages open(Page page, RealmFixture realm) {
        page.navigate(realm.server().baseUrl() + "/admin/master/console/");
        page.locator("#username").fill(KeycloakDistribution.ADMINISTRATOR);
        page.locator("#password").fill(KeycloakDistribution.ADMINISTRATOR);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(".*/console/#?.*"));
        return new SourcePages(page, realm);
    }

    /** The list of the sources of a kind. */
    void list(String kind) {
        go(kind);
    }

    /**
     * The form of a new source of a kind, by way of its list, as the console leads there. Who replaces the address of one form by that of another is
     * shown what the former holds, secrets included, wherever both have a setting of one name (Keycloak 26.7.3).
     */
    void add(String kind) {
        list(kind);
        page.getByText("Create item").first().click();
        page.getByTestId("save").waitFor();
    }

    void fill(String setting, String value) {
        field(setting).fill(value);
    }

    /** Where a setting is written. */
    Locator field(String setting) {
        return page.locator("[name^='config." + setting + "']").first();
    }

    void save() {
        page.getByTestId("save").click();
    }

    /** What the console says about the last change. */
    Locator message() {
        return page.locator(".pf-v5-c-alert__title").last();
    }

    Page page() {
        return page;
    }

    private void go(String path) {
        page.navigate(realm.server().baseUrl() + "/admin/master/console/#/" + realm.name() + "/page-section/" + path);
    }
}
