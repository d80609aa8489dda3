package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** The page of the telephony system. */
public final class PhonesPage {

    private final Page page;
    private final URI phones;

    public PhonesPage(Page page, URI phones) {
        this.page = page;
        this.phones = phones;
    }

    /**
     * Takes a call one step further, and fails unless the realm was told this of it.
     *
     * @param step {@code rings}, {@code answered}, {@code hung-up} or {@code finished}
     */
    public void step(String person, String step, String told) {
        page.navigate(phones + "/");
        Locator phone = page.locator("[data-person='" + person + "']").first();
        phone.locator("[data-id='" + step + "']").click();
        assertThat(phone.locator("[data-id='told']")).hasText(told);
    }
}
