package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Keycloak's login page: user name and password, or a passkey. */
public final class LoginPage {

    private final Page page;

    public LoginPage(Page page) {
        this.page = page;
    }

    /** Signs in with user name and password. */
    public void signIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Presses the button of the passkey. */
    public void signInWithPasskey() {
        PasskeyButton.USE.readyOn(page).click();
    }

    /** Fails unless this page is shown. */
    public void assertCurrent() {
        assertThat(page.locator("#username")).isVisible();
        assertThat(page.locator("#password")).isVisible();
    }
}
