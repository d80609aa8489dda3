package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** Keycloak's page that enrols a passkey. */
public final class EnrolmentPage {

    private final Page page;

    public EnrolmentPage(Page page) {
        this.page = page;
    }

    /** Enrols the passkey of the browser and gives it the name that the browser proposes. */
    public void enrol() {
        Consumer<Dialog> name = dialog -> dialog.accept(dialog.defaultValue());
        page.onDialog(name);
        try {
            PasskeyButton.ENROL.readyOn(page).click();
            page.waitForURL(url -> !url.contains("/login-actions/"));
        } finally {
            page.offDialog(name);
        }
    }

    /** Fails unless this page is shown. */
    public void assertCurrent() {
        assertThat(PasskeyButton.ENROL.on(page)).isVisible();
    }
}
