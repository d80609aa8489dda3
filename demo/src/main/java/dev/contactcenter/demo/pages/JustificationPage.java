package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Keycloak's page that asks why a call is opened. */
public final class JustificationPage {

    private final Page page;

    public JustificationPage(Page page) {
        this.page = page;
    }

    /** Fails unless this page is shown. */
    public void assertCurrent() {
        assertThat(page.locator("#contact-center-justify")).isVisible();
    }

    /** What it is about. */
    public String text() {
        return page.locator("#contact-center-justification").innerText();
    }

    /** Says why, and goes on. */
    public void justify(String why) {
        page.locator("#justification").fill(why);
        page.locator("#contact-center-justify-go-on").click();
    }
}
