package dev.contactcenter.demo.story;

import com.microsoft.playwright.Page;
import dev.contactcenter.demo.pages.AppPage;
import dev.contactcenter.demo.pages.EnrolmentPage;
import dev.contactcenter.demo.pages.JustificationPage;
import dev.contactcenter.demo.pages.LoginPage;
import dev.contactcenter.demo.pages.PhonesPage;
import dev.contactcenter.demo.pages.RecordsPage;
import dev.contactcenter.demo.pages.StepUpPage;
import java.net.URI;
import java.util.function.Consumer;

/** The demo's story goes on: a call comes in, its evidence is reviewed, and an analyst has a report. */
final class CallStory {

    private static final String PASSWORD = "demo";
    private static final String PLAY = "recording:play";
    private static final String EXPORT = "record:export";
    private static final String RECORDING = "2101";
    private static final String CALL = "call-2101";

    private final StoryBrowser browser;
    private final Story.Scene scene;
    private final Page supervisor;
    private final Consumer<Page> show;

    /**
     * The story of a supervisor who is signed in.
     *
     * @param show takes the page that a picture of the step is of
     */
    CallStory(StoryBrowser browser, Story.Scene scene, Page supervisor, Consumer<Page> show) {
        this.browser = browser;
        this.scene = scene;
        this.supervisor = supervisor;
        this.show = show;
    }

    /** A customer calls the agent: in the work after the call the record can be edited, and nothing leaves the house. */
    void takeACall(URI phones) {
        Page agent = browser.newPerson();
        show.accept(agent);
        AppPage desktop = AppPage.agentDesktop(agent, scene.desktop());
        desktop.open().signIn();
        new LoginPage(agent).signIn("agent", PASSWORD);
        desktop.assertRecordShown();
        PhonesPage telephony = new PhonesPage(browser.newPerson(), phones);
        telephony.step("agent", "rings", "idle");
        telephony.step("agent", "answered", "live");
        desktop.refreshToken();
        expectScope(desktop, EXPORT);
        telephony.step("agent", "hung-up", "wrap-up");
        desktop.refreshToken();
        expectPart(desktop.scopeLostAtRefresh(), EXPORT);
        expectScope(desktop, "record:edit");
        desktop.assertRecordShown();
        telephony.step("agent", "finished", "idle");
        desktop.refreshToken();
        expectScope(desktop, EXPORT);
    }

    /** The supervisor opens the evidence of that call, and says why; the token for it serves once, and the records tell. */
    void reviewTheEvidence() {
        show.accept(supervisor);
        AppPage console = AppPage.supervisorConsole(supervisor, scene.console());
        console.open();
        console.review(RECORDING);
        new StepUpPage(supervisor).confirmIfAsked();
        JustificationPage why = new JustificationPage(supervisor);
        why.assertCurrent();
        expectPart(why.text(), CALL);
        why.justify("The customer complains about what was agreed in the call");
        console.assertPlaying(RECORDING);
        expectPart(console.notice(), "refused: it served once");
        RecordsPage records = new RecordsPage(browser.newPerson()).open(scene.records());
        expectPart(records.find("permit", "supervisor", PLAY, "complains about what was agreed"), CALL);
        String used = records.find("permit", "supervisor", PLAY, "used_by");
        expectPart(used, "recordings-api");
        Trail trail = new Trail(records, used);
        trail.leadsTo("success", PLAY, "interaction", CALL);
        trail.leadsTo("denied", PLAY, "interaction", CALL);
    }

    /** The analyst asks for a report: from the datasets, and with as many rows, as the token permits. */
    void queryAReport(URI app) {
        Page analyst = browser.newPerson();
        show.accept(analyst);
        VirtualPasskey.in(analyst, VirtualPasskey.Kind.SYNCED);
        AppPage workbench = AppPage.analystWorkbench(analyst, app);
        workbench.open().signIn();
        new LoginPage(analyst).signIn("analyst", PASSWORD);
        new EnrolmentPage(analyst).enrol();
        workbench.assertReportShown();
        expectPart(workbench.mode(), "analyst");
        expectPart(workbench.dataset(), "call-outcomes");
    }

    private static void expectScope(AppPage app, String action) {
        if (!app.scope().contains(action)) {
            throw new AssertionError("The token does not carry " + action + ": " + app.scope());
        }
    }

    private static void expectPart(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("Expected '" + part + "' in: " + text);
        }
    }
}
