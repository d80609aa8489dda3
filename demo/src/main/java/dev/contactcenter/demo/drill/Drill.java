package dev.contactcenter.demo.drill;

import com.microsoft.playwright.PlaywrightException;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.desk.CertificateAuthority;
import dev.contactcenter.demo.desk.DeskAgent;
import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.desk.Posture;
import dev.contactcenter.demo.server.AdminRest;
import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.story.StoryBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Cuts each source of signals in turn, in a demo of its own on free ports, and shows what a supervisor meets in each tier before,
 * during and after.
 */
public final class Drill {

    /** One passkey at the start lasts for the whole drill. The policy asks break-glass accounts for one of fifteen minutes at most. */
    private static final DemoOptions.Pace PACE = new DemoOptions.Pace(Duration.ofMinutes(14), Duration.ofSeconds(30));

    /** What a broken proxy puts where a certificate should be. */
    private static final String GARBAGE = ":bm8gY2VydGlmaWNhdGU=:";

    /** An answer takes several requests, and each asks every source. */
    private static final Duration BOUND = Duration.ofSeconds(8);

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final StoryBrowser browser;
    private final Demo demo;
    private final DeskAgent agent;
    private final Sources sources;
    private final DrillRealm realm;
    private final CertificateAuthority issuer;
    private final Table table;

    private Drill(
            StoryBrowser browser,
            Demo demo,
            DeskAgent agent,
            Sources sources,
            DrillRealm realm,
            CertificateAuthority issuer,
            Table table) {
        this.browser = browser;
        this.demo = demo;
        this.agent = agent;
        this.sources = sources;
        this.realm = realm;
        this.issuer = issuer;
        this.table = table;
    }

    /** Exits with 0 if every tier did what the policy says, else with 1. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(succeeds() ? 0 : 1);
    }

    private static boolean succeeds() {
        try {
            return run(options(ProjectFolder.find(), "demo-drill"), BOUND);
        } catch (IllegalStateException | PlaywrightException e) {
            System.out.println("FAILED  " + e.getMessage());
            return false;
        }
    }

    /**
     * How a demo runs that is drilled.
     *
     * @param state the name of its folder
     */
    public static DemoOptions options(ProjectFolder project, String state) {
        return new DemoOptions(project, project.state(state), DemoOptions.Ports.free(), PACE);
    }

    /**
     * Tells whether every tier did what the policy says.
     *
     * @param bound how long an answer may take, whatever is cut
     * @throws IllegalStateException if the demo cannot be drilled at all
     * @throws PlaywrightException if a page is not as the drill knows it
     */
    public static boolean run(DemoOptions options, Duration bound) {
        Demo.forget(options);
        System.out.println("Starting Keycloak and the demo's apps; logs: " + options.state());
        var agent = new DeskAgent();
        CertificateAuthority issuer =
                CertificateAuthority.of(options.state().resolve("certificates"), DeskAgent.DEVICE);
        try (DrillDatabase database = DrillDatabase.start();
                Demo demo = Demo.start(options, launch(database));
                var keys = new KeyServer(agent);
                StoryBrowser browser = StoryBrowser.start()) {
            var countries = new CountryDatabase(options.state().resolve("country.mmdb"));
            countries.write();
            var realm = new DrillRealm(new AdminRest(demo.keycloak().baseUrl()));
            realm.configure(keys.url(), countries.file(), issuer.pem());
            var sources = new Sources(keys, database, countries, realm);
            return new Drill(browser, demo, agent, sources, realm, issuer, new Table(bound)).live();
        }
    }

    /** The database has a door of its own, and the drill is the proxy that ends TLS and tells certificates (RFC 9440). */
    private static KeycloakOptions.Launch launch(DrillDatabase database) {
        List<String> proxy = List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1");
        return new KeycloakOptions.Launch(
                List.of("--spi-x509cert-lookup--provider=rfc9440"),
                Stream.concat(database.arguments().stream(), proxy.stream()).toList(),
                Map.of());
    }

    private boolean live() {
        Desk desk = Desk.signedIn(browser, demo, agent.report(Posture.COMPLIANT), realm::tellLowRisk);
        table.head();
        boolean asExpected = table.line("all sources up", Cut.NOTHING, desk.ask(realm::tellLowRisk));
        for (Cut cut : Cut.values()) {
            sources.cut(cut);
            desk.pause(cut.noticed());
            asExpected &= table.line(cut.title(), cut.expected(), during(cut, desk));
            sources.mend(cut);
            asExpected &= recovers(cut, desk);
        }
        System.out.println(
                asExpected
                        ? "Every tier did what the policy says, and no answer took longer than " + table.bound() + "."
                        : "NOT what the policy says: see (!) above.");
        return asExpected;
    }

    private Desk.Answers during(Cut cut, Desk desk) {
        return switch (cut) {
            case KEYS_DOWN,
                    KEYS_HANG,
                    REGISTRY_GONE,
                    REGISTRY_HANGS,
                    COUNTRIES_OLD,
                    COUNTRIES_STRANGE,
                    COUNTRIES_SPOILT,
                    COUNTRIES_GONE,
                    WRAP_UP,
                    PHONES_SILENT,
                    INTERACTIONS_GONE,
                    INTERACTIONS_HANG -> reporting(desk).ask(realm::tellLowRisk);
            case RISK_GONE, RISK_HANGS, RISK_SILENT -> reporting(desk).ask(() -> {});
            case NO_AGENT -> Desk.bare(browser, demo).ask(realm::tellLowRisk);
            case ZONES_UNREADABLE -> reporting(Desk.bare(browser, demo)).ask(realm::tellLowRisk);
            case NO_AGENT_BUT_CERTIFICATE -> withCertificate(issuer.header(DeskAgent.DEVICE));
            case CERTIFICATE_EXPIRED -> withCertificate(issuer.expiredHeader(DeskAgent.DEVICE));
            case FORGED -> {
                desk.show(agent.forgery(Posture.COMPLIANT));
                yield desk.ask(realm::tellLowRisk);
            }
            case CERTIFICATE_GARBLED -> {
                desk.show(agent.report(Posture.COMPLIANT), GARBAGE);
                yield desk.ask(realm::tellLowRisk);
            }
        };
    }

    /** Whoever used a passkey is let in on any network: only somebody who did not sees that zones are known again. */
    private Desk afterwards(Cut cut, Desk desk) {
        return reporting(cut == Cut.ZONES_UNREADABLE ? Desk.bare(browser, demo) : desk);
    }

    private Desk reporting(Desk desk) {
        desk.show(agent.report(Posture.COMPLIANT));
        return desk;
    }

    private Desk.Answers withCertificate(String certificate) {
        Desk other = Desk.bare(browser, demo);
        other.showCertificate(certificate);
        return other.ask(realm::tellLowRisk);
    }

    /** Asks until everything goes again: some sources are left alone for a few seconds after they failed. */
    private boolean recovers(Cut cut, Desk desk) {
        long mended = System.nanoTime();
        Desk.Answers answers;
        Duration passed;
        do {
            passed = Duration.ofNanos(System.nanoTime() - mended);
            answers = afterwards(cut, desk).ask(realm::tellLowRisk);
        } while (!answers.outcomes().equals(cut.mended()) && passed.compareTo(RECOVERY) < 0);
        return table.line("  mended, seen after " + passed.toSeconds() + " s", cut.mended(), answers);
    }
}
