package dev.contactcenter.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.contactcenter.demo.pages.AppPage;
import dev.contactcenter.demo.pages.DenialPage;
import dev.contactcenter.demo.pages.EnrolmentPage;
import dev.contactcenter.demo.pages.LoginPage;
import dev.contactcenter.demo.pages.RecordsPage;
import dev.contactcenter.demo.pages.StepUpPage;
import java.net.URI;
import java.time.Duration;

/** The demo's story, from sign-in to a played recording. The steps build on each other: call them in order. */
public final class Story {

    private static final String PASSWORD = "demo";
    private static final String PLAY = "recording:play";
    private static final String FIRST_RECORDING = "2101";
    private static final String SECOND_RECORDING = "2102";
    private static final String THIRD_RECORDING = "2103";

    private static final Duration STOPPED = Duration.ofSeconds(5);
    private static final double AUTOFILL_MILLIS = 10_000;

    private final StoryBrowser browser;
    private final Scene scene;
    private final Page supervisor;
    private final AppPage console;
    private Page shown;
    private String quotedCode = "";

    /**
     * Where the story takes place.
     *
     * @param freshness how long the passkey counts as recent there
     */
    public record Scene(URI console, URI desktop, URI records, Duration freshness) {}

    /** A story that begins. Customers are exported with a passkey that stays on its device only. */
    Story(StoryBrowser browser, Scene scene) {
        this.browser = browser;
        this.scene = scene;
        this.supervisor = browser.newPerson();
        this.shown = supervisor;
        VirtualPasskey.in(supervisor, VirtualPasskey.Kind.DEVICE_BOUND);
        this.console = AppPage.supervisorConsole(supervisor, scene.console());
    }

    /** Step 1: the supervisor signs in, enrols a passkey and watches queues. */
    public void signInAndEnrol() {
        console.open().signIn();
        new LoginPage(supervisor).signIn("supervisor", PASSWORD);
        EnrolmentPage enrolment = new EnrolmentPage(supervisor);
        enrolment.assertCurrent();
        enrolment.enrol();
        console.assertCurrent();
        console.assertQueuesShown();
        expect("supervisor", console.mode());
        expectNoPlay();
    }

    /** Step 2: playing a recording asks for the passkey only, and plays. */
    public void playAfterStepUp() {
        console.play(FIRST_RECORDING);
        StepUpPage stepUp = new StepUpPage(supervisor);
        stepUp.assertCurrent();
        stepUp.confirm();
        console.assertPlaying(FIRST_RECORDING);
        expect("phr", console.acr());
    }

    /** Step 3, first half: another recording plays without a prompt. */
    public void playAgainWithoutPrompt() {
        console.play(SECOND_RECORDING);
        console.assertPlaying(SECOND_RECORDING);
    }

    /** Step 3, second half: when the proof has aged the action is gone, the work goes on, and a step-up brings it back. */
    public void losePlaybackAndStepUpAgain() {
        awaitLossOfPlayback();
        console.assertQueuesShown();
        console.play(THIRD_RECORDING);
        StepUpPage stepUp = new StepUpPage(supervisor);
        stepUp.assertCurrent();
        stepUp.confirm();
        console.assertPlaying(THIRD_RECORDING);
        String challenge = console.challenge();
        expectPart(challenge, "error=\"insufficient_user_authentication\"");
        expectPart(challenge, "acr_values=\"phr\"");
        expectPart(challenge, "max_age=\"" + scene.freshness().toSeconds() + "\"");
    }

    private void awaitLossOfPlayback() {
        long deadline = System.nanoTime() + scene.freshness().plusSeconds(30).toNanos();
        console.refreshToken();
        while (console.scope().contains(PLAY)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The token still carries " + PLAY + " long after " + scene.freshness());
            }
            supervisor.waitForTimeout(1000);
            console.refreshToken();
        }
        expectPart(console.scopeLostAtRefresh(), PLAY);
    }

    /** Step 4: the next sign-in is the passkey alone, and playing asks nothing more. */
    public void signInWithPasskeyAndPlay() {
        console.signOut();
        console.signIn();
        takeThePasskey();
        console.assertCurrent();
        expect("phrh", console.acr());
        console.play(FIRST_RECORDING);
        console.assertPlaying(FIRST_RECORDING);
    }

    /** Browsers offer the passkey by themselves (autofill) and a virtual person takes it at once; if not, by the button. */
    private void takeThePasskey() {
        try {
            supervisor.waitForURL(scene.console() + "/", new Page.WaitForURLOptions().setTimeout(AUTOFILL_MILLIS));
        } catch (TimeoutError e) {
            new LoginPage(supervisor).signInWithPasskey();
        }
    }

    /** Step 5: an agent is refused a recording, and told why. */
    public void refuseTheAgent() {
        Page agent = browser.newPerson();
        shown = agent;
        VirtualPasskey.in(agent, VirtualPasskey.Kind.DEVICE_BOUND);
        AppPage desktop = AppPage.agentDesktop(agent, scene.desktop());
        desktop.open().signIn();
        new LoginPage(agent).signIn("agent", PASSWORD);
        new EnrolmentPage(agent).enrol();
        desktop.assertRecordShown();
        desktop.play(FIRST_RECORDING);
        DenialPage denial = new DenialPage(agent);
        denial.assertCurrent();
        expectPart(denial.why(), "not part of your work");
        expectPart(denial.action(), "Play a recording");
        String decision = denial.code();
        denial.goBack();
        assertThat(agent).hasURL(scene.desktop() + "/");
        desktop.assertRecordShown();
        quotedCode = decision;
    }

    /** Step 6: the records tell who did what, as what, under which rule, and how it ended; and what was played of it. */
    public void showTheRecords() {
        shown = browser.newPerson();
        RecordsPage records = new RecordsPage(shown).open(scene.records());
        String played = records.find("permit", "supervisor", PLAY);
        for (String fact :
                new String[] {"\"mode\"", "\"policy\"", "\"rules\"", "\"session\"", "\"address\"", "\"aaguid\""}) {
            expectPart(played, fact);
        }
        records.find("step_up", "supervisor", PLAY);
        Trail trail = new Trail(records, played);
        // The token of the sign-in did not play; the one that was asked for then did.
        trail.leadsTo("denied", PLAY, "recording", FIRST_RECORDING);
        trail.leadsTo("success", PLAY, "recording", FIRST_RECORDING);
        String refused = records.find("deny", "agent", PLAY);
        expectPart(refused, "\"action_not_granted\"");
        expectPart(refused, "\"agent-desktop\"");
        expectPart(refused, quotedCode);
    }

    /** On the desk agent's page: customers are exported from a computer that meets the rules, and from no other. */
    void exportFromTheDesk(URI desk) {
        shown = supervisor;
        console.open();
        expectPart(refusedExport(), "not told anything about itself");
        report(desk, "compliant");
        console.open().export();
        new StepUpPage(supervisor).confirmIfAsked();
        console.assertExported();
        report(desk, "noncompliant");
        console.open();
        expectPart(refusedExport(), "not encrypted");
    }

    /** Once the computer is reported lost, the session on it ends, and nobody signs in on it. */
    void loseTheComputer(Runnable reportLost) {
        shown = supervisor;
        console.open();
        console.assertCurrent();
        reportLost.run();
        console.refreshUntilSignedOut(STOPPED);
        expectPart(console.notice(), "Your session has ended");
        console.signIn();
        DenialPage denial = new DenialPage(supervisor);
        try {
            denial.assertCurrent();
        } catch (AssertionError notByItself) {
            new LoginPage(supervisor).signInWithPasskey();
            denial.assertCurrent();
        }
        expectPart(denial.why(), "reported lost");
    }

    private void report(URI desk, String button) {
        supervisor.navigate(desk + "/");
        supervisor.locator("[data-id='" + button + "']").click();
        assertThat(supervisor.locator("[data-id='reported']")).isVisible();
    }

    private String refusedExport() {
        console.export();
        new StepUpPage(supervisor).confirmIfAsked();
        DenialPage denial = new DenialPage(supervisor);
        denial.assertCurrent();
        return denial.why();
    }

    /** What happens next, to the same supervisor: a call. */
    CallStory aCallComesIn() {
        return new CallStory(browser, scene, supervisor, page -> shown = page);
    }

    /** The page of the latest step, for a picture. */
    public Page shownPage() {
        return shown;
    }

    private void expectNoPlay() {
        if (console.scope().contains(PLAY)) {
            throw new AssertionError("The token carries " + PLAY + " before anybody asked for it");
        }
    }

    private static void expect(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("Expected '" + expected + "' but was '" + actual + "'");
        }
    }

    private static void expectPart(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("Expected '" + part + "' in: " + text);
        }
    }
}
