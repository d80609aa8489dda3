package dev.contactcenter.it.oidc;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.contactcenter.demo.pages.DenialPage;
import dev.contactcenter.demo.pages.EnrolmentPage;
import dev.contactcenter.demo.pages.LoginPage;
import dev.contactcenter.demo.pages.StepUpPage;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One of the realm's users at a browser of their own, with an authenticator in it. Their passkey answers only where a
 * method says so: otherwise the browser's autofill would sign them in wherever a login page appears.
 */
public final class Person implements AutoCloseable {

    private final String username;
    private final Page page;
    private final VirtualPasskey passkey;

    public Person(StoryBrowser browser, String username, VirtualPasskey.Kind kind) {
        this.username = username;
        this.page = browser.newPerson();
        this.passkey = VirtualPasskey.in(page, kind);
    }

    /** The password of every user of the realm. */
    public static final String PASSWORD = "demo";

    /** What the person sees. */
    public Page page() {
        return page;
    }

    /** What the person signs with. */
    public VirtualPasskey passkey() {
        return passkey;
    }

    /** Signs in for the first time: with the password, and then enrols a passkey. */
    public Tokens signInAndEnrol(TestApp app, String scope) {
        return orTellWhatIsShown(() -> {
            signInWithPassword(app, scope);
            new EnrolmentPage(page).enrol();
            passkey.personIsPresent(false);
            return app.signedIn(page);
        });
    }

    /** Types user name and password; what comes next is the test's business. */
    public void signInWithPassword(TestApp app, String scope) {
        app.open(page, scope);
        new LoginPage(page).signIn(username, PASSWORD);
    }

    /** Opens a login that the browser completes with the passkey by itself (autofill). */
    public Tokens signInWithPasskey(TestApp app, String scope) {
        return orTellWhatIsShown(() -> {
            passkey.personIsPresent(true);
            app.open(page, scope);
            Tokens tokens = app.signedIn(page);
            passkey.personIsPresent(false);
            return tokens;
        });
    }

    /** Asks for more than was proven, and proves it when the passkey, and nothing but it, is asked for. */
    public Tokens stepUp(TestApp app, String scope) {
        return orTellWhatIsShown(() -> {
            app.open(page, scope);
            StepUpPage stepUp = new StepUpPage(page);
            stepUp.assertCurrent();
            passkey.personIsPresent(true);
            stepUp.confirm();
            Tokens tokens = app.signedIn(page);
            passkey.personIsPresent(false);
            return tokens;
        });
    }

    /** Asks for what the session allows: nothing is prompted for. */
    public Tokens signInSilently(TestApp app, String scope) {
        app.open(page, scope);
        return app.signedIn(page);
    }

    /** Asks in vain; the page says why. */
    public DenialPage refused(TestApp app, String scope) {
        app.open(page, scope, Map.of());
        DenialPage denial = new DenialPage(page);
        denial.assertCurrent();
        return denial;
    }

    /** A browser that waits in vain says for what, and not what it saw. */
    private Tokens orTellWhatIsShown(Supplier<Tokens> steps) {
        try {
            return steps.get();
        } catch (TimeoutError | AssertionError late) {
            throw new AssertionError("The browser stays at " + page.url() + ", which shows: " + shown(late), late);
        }
    }

    private String shown(Throwable late) {
        try {
            return page.content();
        } catch (PlaywrightException unseen) {
            late.addSuppressed(unseen);
            return "nothing that can be read";
        }
    }

    /** Lets the person be at the authenticator, or not. */
    public void present(boolean present) {
        passkey.personIsPresent(present);
    }

    /** Loses the session's cookies, as with another browser profile, but keeps the passkey. */
    public void forgetCookies() {
        page.context().clearCookies();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
