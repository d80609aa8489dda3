package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Keycloak's page that asks for the passkey, and for nothing else. */
public final class StepUpPage {

    private final Page page;

    public StepUpPage(Page page) {
        this.page = page;
    }

    /** Uses the passkey. */
    public void confirm() {
        PasskeyButton.USE.readyOn(page).click();
    }

    /** Uses the passkey if the page that was opened asks for it: what was used a moment ago still counts. */
    public void confirmIfAsked() {
        if (PasskeyButton.USE.on(page).count() > 0) {
            confirm();
        }
    }

    /** Fails unless this page is shown and asks for no password. */
    public void assertCurrent() {
        assertThat(PasskeyButton.USE.on(page)).isVisible();
        assertThat(page.locator("#password")).hasCount(0);
    }

    /** What the page says. */
    public String text() {
        return page.locator("body").innerText();
    }
}
