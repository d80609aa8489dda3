package dev.contactcenter.demo.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A page of one of the demo's apps: the supervisor console, the agent desktop or the analyst workbench. */
public final class AppPage {

    private final Page page;
    private final URI app;
    private final String pageId;

    private AppPage(Page page, URI app, String pageId) {
        this.page = page;
        this.app = app;
        this.pageId = pageId;
    }

    /** The supervisor console at its base URL. */
    public static AppPage supervisorConsole(Page page, URI app) {
        return new AppPage(page, app, "supervisor-console");
    }

    /** The agent desktop at its base URL. */
    public static AppPage agentDesktop(Page page, URI app) {
        return new AppPage(page, app, "agent-desktop");
    }

    /** The analyst workbench at its base URL. */
    public static AppPage analystWorkbench(Page page, URI app) {
        return new AppPage(page, app, "analyst-workbench");
    }

    /** Opens the app. */
    public AppPage open() {
        page.navigate(app + "/");
        return this;
    }

    /** Presses "Sign in". */
    public void signIn() {
        page.locator("a[href='/sign-in']").click();
    }

    /** Presses "Sign out". */
    public void signOut() {
        page.locator("form[action='/sign-out'] button").click();
        assertThat(page.locator("body[data-page-id='" + pageId + "-signed-out']"))
                .isVisible();
    }

    /** Presses "Play recording". */
    public void play(String recording) {
        page.locator("button[data-recording='" + recording + "']").click();
    }

    /** Presses "Review evidence". */
    public void review(String recording) {
        page.locator("button[data-review='" + recording + "']").click();
    }

    /** Fails unless the report has rows in it. */
    public void assertReportShown() {
        assertThat(piece("report").locator("tbody tr").first()).isVisible();
    }

    /** The dataset that the report is from. */
    public String dataset() {
        return text("dataset");
    }

    /** Presses "Export customers". */
    public void export() {
        piece("export-customers").click();
    }

    /** Fails unless the exported customers are shown. */
    public void assertExported() {
        assertThat(piece("exported")).isVisible();
    }

    /** Presses "Refresh token now". */
    public void refreshToken() {
        page.locator("form[action='/refresh'] button").click();
        assertCurrent();
    }

    /** Presses "Refresh token now" until that signs the person out. */
    public void refreshUntilSignedOut(Duration patience) {
        Locator signedOut = page.locator("body[data-page-id='" + pageId + "-signed-out']");
        long deadline = System.nanoTime() + patience.toNanos();
        while (signedOut.count() == 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still signed in after " + patience);
            }
            page.locator("form[action='/refresh'] button").click();
        }
    }

    /** Fails unless this page is shown to somebody who is signed in. */
    public void assertCurrent() {
        assertThat(page.locator("body[data-page-id='" + pageId + "']")).isVisible();
    }

    /** Fails unless this recording is played, and can be: the browser has understood the sound. */
    public void assertPlaying(String recording) {
        assertThat(piece("playing")).hasText(recording);
        page.waitForFunction("() => document.querySelector('audio').duration > 1");
    }

    /** Fails unless the queue board has queues in it. */
    public void assertQueuesShown() {
        assertThat(piece("queues").locator("tbody tr").first()).isVisible();
    }

    /** Fails unless the customer record is shown. */
    public void assertRecordShown() {
        assertThat(piece("record")).isVisible();
    }

    /** The scope of the access token, one action after the other. */
    public List<String> scope() {
        return List.of(text("scope").split(" "));
    }

    /** The mode of the access token. */
    public String mode() {
        return text("mode");
    }

    /** The {@code acr} of the access token. */
    public String acr() {
        return text("acr");
    }

    /** What the last refresh took away. */
    public String scopeLostAtRefresh() {
        return text("scope-lost");
    }

    /** The last challenge of the resource server, as it came. */
    public String challenge() {
        return text("challenge");
    }

    /** The sentence on top of the page. */
    public String notice() {
        return text("notice");
    }

    private String text(String id) {
        return piece(id).innerText().strip();
    }

    private Locator piece(String id) {
        return page.locator("[data-id='" + id + "']");
    }
}
