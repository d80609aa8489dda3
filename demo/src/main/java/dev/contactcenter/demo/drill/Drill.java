package dev.contactcenter.demo.drill;

import com.microsoft.playwright.PlaywrightException;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.AdminRest;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.story.StoryBrowser;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Cuts each source of signals in turn, in a demo of its own on free ports, and shows what a supervisor meets in each tier before,
 * during and after.
 */
final class Drill {

    /** One passkey at the start lasts for the whole drill. The policy asks break-glass accounts for one of fifteen minutes at most. */
    private static final DemoOptions.Pace PACE = new DemoOptions.Pace(Duration.ofMinutes(14), Duration.ofSeconds(30));

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final StoryBrowser browser;
    private final Demo demo;
    private final DeskAgent agent;
    private final Sources sources;
    private final DrillRealm realm;
    private final Table table = new Table();

    private Drill(StoryBrowser browser, Demo demo, DeskAgent agent, Sources sources, DrillRealm realm) {
        this.browser = browser;
        this.demo = demo;
        this.agent = agent;
        this.sources = sources;
        this.realm = realm;
    }

    /** Exits with 0 if every tier did what the policy says, else with 1. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        ProjectFolder project = ProjectFolder.find();
        var options = new DemoOptions(project, project.state("demo-drill"), DemoOptions.Ports.free(), PACE);
        Demo.forget(options);
        System.out.println("Starting Keycloak and the demo's apps; logs: " + options.state());
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(DemoOptions options) {
        var agent = new DeskAgent();
        try (DrillDatabase database = DrillDatabase.start();
                Demo demo = Demo.start(options, database.arguments());
                var keys = new KeyServer(agent);
                StoryBrowser browser = StoryBrowser.start()) {
            var countries = new CountryDatabase(options.state().resolve("country.mmdb"));
            countries.write();
            var realm = new DrillRealm(new AdminRest(demo.keycloak().baseUrl()));
            realm.configure(keys.url(), countries.file());
            return new Drill(browser, demo, agent, new Sources(keys, database, countries), realm).live();
        } catch (IllegalStateException | PlaywrightException e) {
            System.out.println("FAILED  " + e.getMessage());
            return false;
        }
    }

    private boolean live() {
        realm.tellLowRisk();
        Desk desk = Desk.signedIn(browser, demo, agent.report(Posture.COMPLIANT));
        table.head();
        boolean asExpected = table.line("all sources up", Cut.NOTHING, desk.ask(realm::tellLowRisk));
        for (Cut cut : Cut.values()) {
            sources.cut(cut);
            desk.pause(cut.noticed());
            asExpected &= table.line(cut.title(), cut.expected(), during(cut, desk));
            sources.mend(cut);
            asExpected &= recovers(desk);
        }
        System.out.println(
                asExpected
                        ? "Every tier did what the policy says, and no answer took longer than "
                                + Table.BOUND.toSeconds() + " s."
                        : "NOT what the policy says: see (!) above.");
        return asExpected;
    }

    private Desk.Answers during(Cut cut, Desk desk) {
        return switch (cut) {
            case KEYS_DOWN, KEYS_HANG, REGISTRY_GONE, REGISTRY_HANGS, COUNTRIES_SPOILT, COUNTRIES_GONE -> {
                desk.show(agent.report(Posture.COMPLIANT));
                yield desk.ask(realm::tellLowRisk);
            }
            case NO_AGENT -> Desk.bare(browser, demo).ask(realm::tellLowRisk);
            case FORGED -> {
                desk.show(agent.forgery(Posture.COMPLIANT));
                yield desk.ask(realm::tellLowRisk);
            }
            case RISK_SILENT -> {
                desk.show(agent.report(Posture.COMPLIANT));
                yield desk.ask(() -> {});
            }
        };
    }

    /** Asks until everything goes again: some sources are left alone for a few seconds after they failed. */
    private boolean recovers(Desk desk) {
        long mended = System.nanoTime();
        Desk.Answers answers;
        Duration passed;
        do {
            desk.show(agent.report(Posture.COMPLIANT));
            passed = Duration.ofNanos(System.nanoTime() - mended);
            answers = desk.ask(realm::tellLowRisk);
        } while (!answers.outcomes().equals(Cut.NOTHING) && passed.compareTo(RECOVERY) < 0);
        return table.line("  mended, seen after " + passed.toSeconds() + " s", Cut.NOTHING, answers);
    }
}
