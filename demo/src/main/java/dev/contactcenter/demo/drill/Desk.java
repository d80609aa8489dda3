package dev.contactcenter.demo.drill;

import com.microsoft.playwright.Page;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.pages.AppPage;
import dev.contactcenter.demo.pages.DenialPage;
import dev.contactcenter.demo.pages.EnrolmentPage;
import dev.contactcenter.demo.pages.LoginPage;
import dev.contactcenter.demo.pages.StepUpPage;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A supervisor at a desk, who asks the console for one action after the other. */
final class Desk {

    private static final String HEADER = "Contact-Center-Posture";
    private static final String CERTIFICATE = "Client-Cert";
    private static final String DENIED = "#contact-center-denied";
    private static final String STEP = "#authenticateWebAuthnButton";

    private final Page page;
    private final Demo demo;
    private final Decisions decisions;

    private Desk(Page page, Demo demo) {
        this.page = page;
        this.demo = demo;
        this.decisions = new Decisions(demo.recordsFile());
    }

    /** Somebody who has shown nothing yet, and whose browser has no passkey. */
    static Desk bare(StoryBrowser browser, Demo demo) {
        return new Desk(browser.newPerson(), demo);
    }

    /**
     * A supervisor who has just used a passkey that stays on this desk, where the agent reports. At that moment nothing asks for more than
     * a passkey of any kind.
     */
    static Desk signedIn(StoryBrowser browser, Demo demo, String report, Runnable beforeThePasskey) {
        Page page = browser.newPerson();
        VirtualPasskey passkey = VirtualPasskey.in(page, VirtualPasskey.Kind.DEVICE_BOUND);
        var desk = new Desk(page, demo);
        desk.show(report);
        AppPage.supervisorConsole(page, demo.console()).open().signIn();
        new LoginPage(page).signIn("supervisor", "demo");
        new EnrolmentPage(page).enrol();
        beforeThePasskey.run();
        page.navigate(desk.login("recording:play"));
        new StepUpPage(page).confirm();
        page.waitForURL(url -> url.startsWith(demo.console().toString()));
        passkey.personIsPresent(false);
        return desk;
    }

    /**
     * What came of each question.
     *
     * @param slowest the longest that the desk waited for an answer
     */
    record Answers(List<Outcome> outcomes, Duration slowest) {}

    /** The browser shows this report, and nothing else, with every request from now on. */
    void show(String report) {
        page.setExtraHTTPHeaders(Map.of(HEADER, report));
    }

    /** The proxy in front of Keycloak tells this certificate, and nobody reports, from now on. */
    void showCertificate(String certificate) {
        page.setExtraHTTPHeaders(Map.of(CERTIFICATE, certificate));
    }

    /** The same where an agent reports as well. */
    void show(String report, String certificate) {
        page.setExtraHTTPHeaders(Map.of(HEADER, report, CERTIFICATE, certificate));
    }

    /** Asks for each action of the drill. */
    Answers ask(Runnable beforeEach) {
        List<Outcome> outcomes = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        for (String action : Cut.ACTIONS) {
            beforeEach.run();
            long start = System.nanoTime();
            page.navigate(login(action));
            if (page.locator("#password").count() > 0) {
                new LoginPage(page).signIn("supervisor", "demo");
            }
            outcomes.add(outcome());
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            slowest = waited.compareTo(slowest) > 0 ? waited : slowest;
        }
        return new Answers(List.copyOf(outcomes), slowest);
    }

    void pause(Duration time) {
        page.waitForTimeout((double) time.toMillis());
    }

    /** What a page that just opened is: the app again, the passkey's page, or a refusal. */
    private Outcome outcome() {
        if (page.url().startsWith(demo.console().toString())) {
            return Outcome.PERMIT;
        }
        page.locator(DENIED + ", " + STEP).first().waitFor();
        return page.locator(DENIED).count() > 0
                ? Outcome.deny(decisions.reason(new DenialPage(page).code()))
                : Outcome.STEP_UP;
    }

    /** The console's login for one action. The app will not know the answer, which is of no interest here. */
    private String login(String action) {
        return demo.keycloak().realmUrl(DemoRealm.NAME)
                + "/protocol/openid-connect/auth?response_type=code&client_id=supervisor-console&state=drill"
                + "&scope=openid%20mode:supervisor%20" + action + "&redirect_uri=" + demo.console() + "/callback"
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }
}
