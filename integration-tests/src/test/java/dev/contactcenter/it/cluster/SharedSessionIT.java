package dev.contactcenter.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Promptly;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.signals.SignalRealm;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A session of two servers")
final class SharedSessionIT {

    private static final String RULES = """
            rules:
              - id: risky-session
                actions: [queue:monitor]
                when: risk.session == "high"
                deny: { reason: risk_too_high }
              - id: risky-account
                actions: [queue:monitor]
                when: risk.user == "high"
                deny: { reason: risk_too_high }
              - id: compliant-only
                actions: [queue:monitor]
                when: device.compliance == "noncompliant"
                deny: { reason: device_not_compliant }
            """;

    private final Cluster cluster;
    private final SharedRealm realm;
    private Tokens tokens;

    SharedSessionIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = new SharedRealm(cluster, "shared", RULES);
        this.tokens = realm.signIn(new Person("supervisor"), "s-1");
    }

    @BeforeAll
    void bothAreThere() {
        cluster.nodes().awaitBoth();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void that_begins_at_one_goes_on_at_the_other() {
        Tokens refreshed = new Tokens(realm.refreshThere(tokens).orFail());

        assertThat(refreshed.scope()).contains(SharedRealm.MONITOR);
        assertThat(refreshed.claims().path("sid")).isEqualTo(tokens.claims().path("sid"));
        assertThat(refreshed.claims().path("iss")).isEqualTo(tokens.claims().path("iss"));
        assertThat(realm.introspectThere(tokens).json().path("active").asBoolean())
                .isTrue();
        assertThat(realm.userInfoThere(tokens).status()).isEqualTo(200);
    }

    @Test
    void keeps_the_token_of_its_device_from_another_session_at_the_other() {
        String posture = realm.posture("s-3");
        Person owner = realm.showing(new Person("supervisor"), posture);
        owner.signIn(realm.console(realm.here()), SharedRealm.SCOPE);

        Person thief = realm.showing(new Person("supervisor"), posture);
        Screen end = thief.goOn(thief.open(realm.console(realm.there()), SharedRealm.SCOPE));
        Person another = realm.showing(new Person("supervisor"), realm.posture("s-3"));
        Screen granted = another.goOn(another.open(realm.console(realm.there()), SharedRealm.SCOPE));

        assertThat(end.isRefusal()).as(end.toString()).isTrue();
        assertThat(granted.callback()).as(granted.toString()).containsKey("code");
    }

    @Test
    void is_decided_at_the_other_by_a_policy_that_was_changed_at_the_first() {
        String before = realm.here().admin().policy();
        assertThat(realm.monitorsThere(tokens)).isTrue();

        realm.here().admin().putPolicy(SignalRealm.policy("""
                        rules:
                          - id: nobody-monitors
                            actions: [queue:monitor]
                            deny: { reason: maintenance }
                        """)).orFail();

        Promptly.becomes("policy changed", () -> !realm.monitorsThere(tokens));
        realm.here().admin().putPolicy(before).orFail();
        Promptly.becomes("policy changed back", () -> realm.monitorsThere(tokens));
    }

    @Test
    void loses_at_the_other_what_a_feed_of_devices_took_away_at_the_first() {
        tellCompliance("compliant");
        // The second server has looked the device up and remembers it.
        Promptly.becomes("device told of", () -> realm.monitorsThere(tokens));

        tellCompliance("noncompliant");

        Promptly.becomes("device noncompliant", () -> !realm.monitorsThere(tokens));
        tellCompliance("compliant");
        Promptly.becomes("device compliant again", () -> realm.monitorsThere(tokens));
    }

    private void tellCompliance(String word) {
        realm.here()
                .admin()
                .post("/contact-center/devices", Admin.object("{\"id\":\"s-1\",\"compliance\":\"" + word + "\"}"))
                .orFail();
    }

    @Test
    void loses_at_the_other_what_a_risk_takes_that_was_told_to_the_first() {
        Tokens risky = realm.signIn(new Person("supervisor"), "s-2");
        assertThat(realm.monitorsThere(risky)).isTrue();

        tellRisk("session", SharedRealm.session(risky), "high");

        Promptly.becomes("session risky", () -> !realm.monitorsThere(risky));
        assertThat(realm.monitorsThere(tokens)).isTrue();
    }

    @Test
    void loses_at_the_other_what_the_risk_of_its_account_takes_and_has_it_again_afterwards() {
        // The second server has looked the account up and remembers that nobody told of it.
        assertThat(realm.monitorsThere(tokens)).isTrue();

        tellRisk("user", "supervisor", "high");

        Promptly.becomes("account risky", () -> !realm.monitorsThere(tokens));
        tellRisk("user", "supervisor", "low");
        Promptly.becomes("account in order again", () -> realm.monitorsThere(tokens));
    }

    private void tellRisk(String kind, String id, String level) {
        realm.signals()
                .tell(
                        realm.signals().token(SignalRealm.ENGINE),
                        "{\"signal\":\"risk\",\"subject\":{\"%s\":\"%s\"},\"level\":\"%s\",\"observed_at\":\"%s\"}"
                                .formatted(kind, id, level, Instant.now()))
                .orFail();
    }
}
