package dev.contactcenter.demo.drill;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.pages.AppPage;
import dev.contactcenter.demo.pages.EnrolmentPage;
import dev.contactcenter.demo.pages.LoginPage;
import dev.contactcenter.demo.pages.StepUpPage;
import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Cuts each source of signals in turn, in a demo of its own on free ports, and shows what a supervisor meets in each tier before,
 * during and after.
 */
final class Drill {

    private static final String NOT_AT_NIGHT = "deny: Not at this time of day";
    private static final String ROW = "%-38s";
    private static final String CELL = " %-36s";

    private final StoryBrowser browser;
    private final Demo demo;
    private final DeskAgent agent;

    private Drill(StoryBrowser browser, Demo demo, DeskAgent agent) {
        this.browser = browser;
        this.demo = demo;
        this.agent = agent;
    }

    /** Exits with 0 if every tier did what the policy says, else with 1. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        ProjectFolder project = ProjectFolder.find();
        var options = new DemoOptions(
                project, project.state("demo-drill"), DemoOptions.Ports.free(), DemoOptions.Pace.SAMPLE);
        Demo.forget(options);
        System.out.println("Starting Keycloak and the demo's apps; logs: " + options.state());
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(DemoOptions options) {
        try (Demo demo = Demo.start(options);
                var agent = new DeskAgent();
                StoryBrowser browser = StoryBrowser.start()) {
            new Sources(demo.keycloak().baseUrl()).trust(agent);
            return new Drill(browser, demo, agent).live();
        } catch (IllegalStateException | PlaywrightException e) {
            System.out.println("FAILED  " + e.getMessage());
            return false;
        }
    }

    private boolean live() {
        Page desk = signIn();
        System.out.printf(ROW, "");
        Cut.ACTIONS.forEach(action -> System.out.printf(CELL, action));
        System.out.println();
        boolean asExpected = true;
        for (Cut cut : Cut.values()) {
            asExpected &= tell(cut, outcomes(cut, desk));
        }
        System.out.println(
                asExpected ? "Every tier did what the policy says." : "NOT what the policy says: see above.");
        return asExpected;
    }

    /** A supervisor at a desk with an agent, who has just used a passkey that stays on it. */
    private Page signIn() {
        Page desk = browser.newPerson();
        VirtualPasskey passkey = VirtualPasskey.in(desk, VirtualPasskey.Kind.DEVICE_BOUND);
        desk.setExtraHTTPHeaders(agent.report());
        AppPage.supervisorConsole(desk, demo.console()).open().signIn();
        new LoginPage(desk).signIn("supervisor", "demo");
        new EnrolmentPage(desk).enrol();
        desk.navigate(login("recording:play"));
        new StepUpPage(desk).confirm();
        desk.waitForURL(url -> url.startsWith(demo.console().toString()));
        passkey.personIsPresent(false);
        return desk;
    }

    private List<Outcome> outcomes(Cut cut, Page desk) {
        return switch (cut) {
            case NOTHING -> ask(desk, agent.report());
            case KEYS -> {
                agent.loseItsServer();
                yield ask(desk, agent.report());
            }
            case FORGED -> {
                agent.comeBack();
                yield ask(desk, agent.forgery());
            }
            case SILENT -> ask(browser.newPerson(), Map.of());
            case NOTHING_ANY_MORE -> {
                // Keycloak leaves a key server that failed alone for ten seconds.
                desk.waitForTimeout(11_000);
                yield ask(desk, agent.report());
            }
        };
    }

    private List<Outcome> ask(Page page, Map<String, String> shown) {
        page.setExtraHTTPHeaders(shown);
        List<Outcome> outcomes = new ArrayList<>();
        for (String action : Cut.ACTIONS) {
            page.navigate(login(action));
            if (page.locator("#password").count() > 0) {
                new LoginPage(page).signIn("supervisor", "demo");
            }
            outcomes.add(Outcome.on(page, demo.console().toString()));
        }
        return outcomes;
    }

    /** The console's login for one action. The app will not know the answer, which is of no interest here. */
    private String login(String action) {
        URI realm = demo.keycloak().realmUrl(DemoRealm.NAME);
        return realm + "/protocol/openid-connect/auth?response_type=code&client_id=supervisor-console&state=drill"
                + "&scope=openid%20mode:supervisor%20" + action + "&redirect_uri=" + demo.console() + "/callback"
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }

    private static boolean tell(Cut cut, List<Outcome> met) {
        boolean asExpected = true;
        System.out.printf(ROW, cut.title());
        for (int i = 0; i < met.size(); i++) {
            boolean same = isExpected(met.get(i), cut.expected().get(i));
            System.out.printf(CELL, met.get(i).word() + (same ? "" : " (!)"));
            asExpected &= same;
        }
        System.out.println();
        return asExpected;
    }

    /** A tenth of all people and the pilot export nothing at night, whatever is cut. */
    private static boolean isExpected(Outcome met, Outcome expected) {
        return met.equals(expected)
                || (expected.equals(Outcome.PERMIT) && met.word().equals(NOT_AT_NIGHT));
    }
}
