package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Keycloak's page that says why something is not granted. */
public final class DenialPage {

    private final Page page;

    public DenialPage(Page page) {
        this.page = page;
    }

    /** Fails unless this page is shown. */
    public void assertCurrent() {
        assertThat(piece("why")).isVisible();
    }

    /** Why it is not granted. */
    public String why() {
        return piece("why").innerText();
    }

    /** What was asked for, in words. */
    public String action() {
        return piece("action").innerText();
    }

    /** The code to quote: the decision's id. */
    public String code() {
        return piece("code").innerText().strip();
    }

    /** Takes the way back to the app. */
    public void goBack() {
        piece("back").click();
    }

    private Locator piece(String name) {
        return page.locator("#contact-center-denied-" + name);
    }
}
