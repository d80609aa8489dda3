package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Keycloak's page that says why something is not granted. */
public final class DenialPage {

    private static final String BODY = "body#login-contact-center-denied, [data-page-id='login-contact-center-denied']";

    private final Page page;

    public DenialPage(Page page) {
        this.page = page;
    }

    /** Fails unless this page is shown. */
    public void assertCurrent() {
        assertThat(page.locator(BODY).first()).isVisible();
    }

    /** What the page says. */
    public String text() {
        return page.locator(BODY).first().innerText();
    }

    /** Takes the way back to the app. */
    public void goBack() {
        page.locator(BODY)
                .first()
                .locator("main a, #kc-content a, .pf-v5-c-login a")
                .last()
                .click();
    }
}
