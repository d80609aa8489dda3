package dev.contactcenter.it.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has no mouse. */
final class Keyboard {

    private static final int STEPS = 25;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on with the tab key until this has the focus; fails if it never does. */
    Keyboard goTo(Locator piece) {
        piece.waitFor();
        for (int i = 0; i < STEPS; i++) {
            if ((Boolean) piece.evaluate("piece => piece === document.activeElement")) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tab key does not lead to " + piece);
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    void enter() {
        page.keyboard().press("Enter");
    }
}
