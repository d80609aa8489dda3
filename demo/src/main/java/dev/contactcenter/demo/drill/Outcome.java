package dev.contactcenter.demo.drill;

import com.microsoft.playwright.Page;

/** What a person met who asked for an action, as a table shows it: {@code permit}, {@code step-up} or {@code deny} and why. */
record Outcome(String word) {

    static final Outcome PERMIT = new Outcome("permit");
    static final Outcome STEP_UP = new Outcome("step-up");

    private static final String DENIED = "#contact-center-denied";
    private static final String STEP = "#authenticateWebAuthnButton";

    static Outcome deny(String title) {
        return new Outcome("deny: " + title);
    }

    /** What a page that just opened is: the app again, the passkey's page, or a refusal. */
    static Outcome on(Page page, String app) {
        if (page.url().startsWith(app)) {
            return PERMIT;
        }
        page.locator(DENIED + ", " + STEP).first().waitFor();
        return page.locator(DENIED).count() > 0
                ? deny(page.locator("#kc-page-title").innerText().strip())
                : STEP_UP;
    }
}
