package dev.contactcenter.demo.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** The viewer of decision records. */
public final class RecordsPage {

    private final Page page;

    public RecordsPage(Page page) {
        this.page = page;
    }

    /** Opens the viewer. */
    public RecordsPage open(URI viewer) {
        page.navigate(viewer + "/");
        return this;
    }

    /**
     * Waits for a record and opens it.
     *
     * @param outcome {@code permit}, {@code step_up} or {@code deny} of a decision, {@code success} or {@code denied} of what an app told
     * @param parts of the record's text, all of them; any white space is one space
     * @return the record as JSON
     */
    public String find(String outcome, String username, String action, String... parts) {
        Locator records = page.locator("li.record[data-outcome='" + outcome + "']")
                .filter(new Locator.FilterOptions().setHas(page.locator("summary .who", text(username))))
                .filter(new Locator.FilterOptions().setHas(page.locator("summary .actions", text(action))));
        for (String part : parts) {
            records = records.filter(new Locator.FilterOptions().setHasText(part));
        }
        Locator record = records.first();
        record.waitFor();
        record.locator("details").evaluate("details => { details.open = true; }");
        // Not what is shown: a newer record may take the first place meanwhile, and that one is still closed.
        return record.locator("pre").textContent();
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
