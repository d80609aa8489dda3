package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.contactcenter.demo.pages.DenialPage;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.demo.story.VirtualPasskey;
import dev.contactcenter.it.oidc.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Records;
import dev.contactcenter.it.server.WithKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("policy")
@WithKeycloak
@DisplayName("What an administrator gets wrong")
final class BadInputIT {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";

    private final KeycloakServer server;
    private RealmFixture realm;
    private TestApp console;
    private Person supervisor;

    BadInputIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void aRealmInWhichNothingIsWrong(StoryBrowser browser) {
        realm = RealmFixture.plan(server, "mistaken").withoutEnrolment().create();
        console = new TestApp(realm, "supervisor-console");
        supervisor = new Person(browser, "supervisor", VirtualPasskey.Kind.SYNCED);
    }

    @AfterEach
    void leave() {
        supervisor.close();
        realm.close();
    }

    @Test
    void a_policy_that_does_not_parse_is_refused_with_its_place_and_the_one_before_stays() {
        String before = realm.admin().policy();

        Answer answer = realm.admin()
                .putPolicy(
                        before.replace("require: { acr: phr, maxAge: PT5M }", "require: { acr: phr, maxAeg: PT5M }"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errorMessage"))
                .startsWith("The policy was not activated, the one before stays in force: \npolicy:")
                .containsPattern("\npolicy:\\d+:\\d+: the key 'maxAeg' is unknown; did you mean 'maxAge'\\?\n")
                .contains("require: { acr: phr, maxAeg: PT5M }")
                .endsWith("| " + " ".repeat(25) + "^~~~~~");
        assertThat(realm.admin().policy()).isEqualTo(before);
        assertThat(signIn(EVERYDAY).scope()).contains("queue:monitor");
    }

    @Test
    void a_level_that_the_realm_lacks_is_named_when_the_policy_is_stored() {
        Answer answer = realm.admin()
                .putPolicy(realm.admin()
                        .policy()
                        .replace("assurance: [password, phr, phrh]", "assurance: [password, phr, phrh, pin]"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errorMessage"))
                .contains(
                        "assurance level 'pin' is not in the realm's ACR to LoA mapping; add it under Realm settings");
    }

    @Test
    void a_level_that_the_realm_loses_later_closes_the_actions_and_the_log_says_so_once() {
        realm.admin().setAttribute("acr.loa.map", "{\"password\":1,\"phr\":2}").orFail();

        refused(EVERYDAY);
        refused(EVERYDAY);

        assertThat(server.log().lines().filter(line -> line.contains("realm " + realm.name())))
                .singleElement()
                .asString()
                .contains(
                        "No policy is in force",
                        "every action is denied",
                        "assurance level 'phrh' is not in the realm");
        assertThat(server.records()
                        .await(realm.name(), Records.decided("deny", "queue:monitor"))
                        .path("reason")
                        .asText())
                .isEqualTo("no_valid_policy");
        assertPlainSignInWorks();
    }

    @Test
    void a_mode_whose_role_does_not_exist_is_refused() {
        Answer answer = realm.admin()
                .putPolicy(realm.admin().policy().replace("roles: [contact-center-analyst]", "roles: [analysts]"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errorMessage"))
                .contains("mode 'analyst' names the role 'analysts', which the realm does not have");
    }

    @Test
    void a_scope_without_an_action_is_refused_and_the_log_says_where_to_add_it() {
        realm.admin().createOptionalScope("survey:read", "supervisor-console");

        DenialPage page = refused("mode:supervisor survey:read");

        assertThat(page.why()).contains("nobody has set rules for");
        JsonNode record = server.records().await(realm.name(), Records.decided("deny", "survey:read"));
        assertThat(record.path("reason").asText()).isEqualTo("action_unknown");
        assertThat(server.log()).contains("Scope 'survey:read' of realm " + realm.name());
    }

    @Test
    void a_policy_deleted_while_sessions_live_closes_the_actions_and_nothing_else() {
        Tokens tokens = signIn(EVERYDAY);

        realm.admin().deletePolicy().orFail();

        Answer refresh = console.refresh(tokens.refresh());
        assertThat(refresh.status()).isEqualTo(400);
        assertThat(refresh.text("error")).isEqualTo("access_denied");
        assertThat(refresh.text("error_description")).startsWith("no_valid_policy: ");
        refused(EVERYDAY);
        assertPlainSignInWorks();
        assertThat(realm.admin().get("/users").status()).as("administration").isEqualTo(200);
    }

    @Test
    void a_second_policy_is_refused() {
        Answer answer = realm.admin().createPolicy(realm.admin().policy());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("errorMessage")).contains("the realm has a policy already");
    }

    private Tokens signIn(String scope) {
        supervisor.signInWithPassword(console, scope);
        return console.signedIn(supervisor.page());
    }

    /** A realm whose people see the login page each time. */
    private DenialPage refused(String scope) {
        supervisor.forgetCookies();
        supervisor.signInWithPassword(console, scope);
        DenialPage page = new DenialPage(supervisor.page());
        page.assertCurrent();
        return page;
    }

    /** Into an app that asks for nothing, and into Keycloak's own account console. */
    private void assertPlainSignInWorks() {
        supervisor.forgetCookies();
        assertThat(signIn("").scope()).doesNotContain("queue:monitor");
        Page page = supervisor.page();
        page.navigate(realm.url() + "/account");
        page.getByText("Personal info").first().waitFor();
    }
}
