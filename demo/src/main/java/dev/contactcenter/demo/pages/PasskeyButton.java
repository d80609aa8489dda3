package dev.contactcenter.demo.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/**
 * The button of a page of Keycloak that starts WebAuthn. A script gives it its meaning, a moment after it is there to be seen: whoever
 * presses it before, as fast as a program can be, waits in vain.
 */
public enum PasskeyButton {
    /** Enrols a passkey. */
    ENROL("#registerWebAuthn"),
    /** Uses one. */
    USE("#authenticateWebAuthnButton");

    private final String selector;

    PasskeyButton(String selector) {
        this.selector = selector;
    }

    /** The button, whether the page shows it or not. */
    public Locator on(Page page) {
        return page.locator(selector);
    }

    /** The button, once it is shown and pressing it does something: a page's module scripts have run when its content counts as loaded. */
    public Locator readyOn(Page page) {
        Locator button = on(page);
        button.waitFor();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return button;
    }
}
