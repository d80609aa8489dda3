package dev.contactcenter.it.modes;

import static dev.contactcenter.it.modes.ModeRealm.AGENT;
import static dev.contactcenter.it.modes.ModeRealm.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("modes")
@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The choice of a mode")
final class ModeChoiceIT {

    private static final String FORM = "#contact-center-mode-form";

    private final ModeRealm stage;
    private final TestApp console;
    private Person enrolled = new Person("supervisor");

    ModeChoiceIT(KeycloakServer server) {
        this.stage = ModeRealm.of(server, "mode-choice");
        this.console = stage.console();
    }

    @BeforeAll
    void enrol() {
        enrolled = stage.enrolled();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private Screen choice(Person person) {
        Screen page = person.goOn(person.open(console, VIEW));
        assertOffers(page);
        return page;
    }

    /** The app cannot ask to coach, so nobody can choose that there. */
    private static void assertOffers(Screen page) {
        assertThat(page.page().select(FORM + " button[name=mode]").eachAttr("value"))
                .as(page.toString())
                .isEqualTo(List.of("agent", "supervisor"));
    }

    private static Screen choose(Person person, Screen page, String mode) {
        return person.browser().submit(page, FORM, Map.of("mode", mode));
    }

    @Test
    void is_the_persons_where_several_are_possible_and_none_is_named() {
        Person person = enrolled.elsewhere();

        Tokens tokens = Person.tokens(console, choose(person, choice(person), "agent"));

        assertThat(tokens.scope()).contains("mode:agent", VIEW).doesNotContain("mode:supervisor");
        assertThat(tokens.mode()).isEqualTo("agent");
        assertThat(Tokens.claims(tokens.refresh()).path("scope").asText()).contains("mode:agent");
        stage.assertAlive(console, tokens);
    }

    @Test
    void passes_the_policy_like_any_other() {
        Person person = enrolled.elsewhere();

        Screen stepUp = choose(person, choice(person), "supervisor");

        assertThat(stepUp.asksForPasskeyOnly()).as(stepUp.toString()).isTrue();
        Tokens tokens = Person.tokens(console, person.usePasskey(stepUp, PasskeyFlags.SYNCED));
        assertThat(tokens.mode()).isEqualTo("supervisor");
    }

    @Test
    void passes_the_policy_also_in_a_session_that_has_proven_less() {
        Person person = enrolled.elsewhere();
        person.signIn(stage.app("agent-desktop"), AGENT);
        Screen page = person.open(console, VIEW);
        assertOffers(page);

        Screen stepUp = choose(person, page, "supervisor");

        assertThat(stepUp.asksForPasskeyOnly()).as(stepUp.toString()).isTrue();
        assertThat(Person.tokens(console, person.usePasskey(stepUp, PasskeyFlags.SYNCED))
                        .mode())
                .isEqualTo("supervisor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "coach", "agent supervisor", "mode:agent", "", "*"})
    void is_refused_if_the_page_did_not_offer_it(String forged) {
        Person person = enrolled.elsewhere();

        Screen refused = choose(person, choice(person), forged);

        assertThat(stage.assertRefused(refused, "mode_not_offered").path("mode").asText())
                .isEmpty();
    }

    @Test
    void is_refused_if_it_is_not_possible_any_more() {
        Person person = enrolled.elsewhere();
        Screen page = choice(person);
        var role = stage.realm()
                .admin()
                .get("/roles/contact-center-supervisor")
                .orFail()
                .json();
        var roles = Admin.object().putArray("roles").add(role);
        String mappings = "/users/" + stage.realm().admin().userId("supervisor") + "/role-mappings/realm";
        stage.realm().admin().delete(mappings, roles).orFail();

        Screen refused = choose(person, page, "supervisor");

        stage.realm().admin().post(mappings, roles).orFail();
        stage.assertRefused(refused, "mode_not_offered");
    }

    @Test
    void cannot_be_made_again_on_a_page_that_was_used() {
        Person person = enrolled.elsewhere();
        Screen page = choice(person);
        Screen stepUp = choose(person, page, "supervisor");
        assertThat(stepUp.asksForPasskeyOnly()).isTrue();

        Screen stale = choose(person, page, "agent");

        assertThat(stale.callback()).doesNotContainKey("code");
        assertThat(choose(person, page, "agent").callback()).doesNotContainKey("code");
    }

    @Test
    void cannot_be_made_in_another_browser() {
        Screen page = choice(enrolled.elsewhere());

        Screen stranger = choose(enrolled.elsewhere(), page, "agent");

        assertThat(stranger.callback()).doesNotContainKey("code");
    }

    @Test
    void goes_on_until_the_app_or_the_person_wants_another() {
        Person person = enrolled.elsewhere();
        Tokens first = Person.tokens(console, choose(person, choice(person), "agent"));

        Tokens next = Person.tokens(console, person.open(console, VIEW));

        assertThat(next.mode()).isEqualTo("agent");
        stage.assertAlive(console, first);
        Screen page = person.open(console, VIEW, Map.of("prompt", "select_account"));
        assertOffers(page);
        Screen stepUp = choose(person, page, "supervisor");
        Tokens high = Person.tokens(console, person.usePasskey(stepUp, PasskeyFlags.SYNCED));
        assertThat(high.mode()).isEqualTo("supervisor");
        stage.assertOver(console, first, AGENT);
    }

    @Test
    void is_nobodys_to_make_where_the_mode_grants_too_little() {
        Person person = enrolled.elsewhere();
        person.signIn(console, AGENT);

        Screen refused = person.open(console, "queue:monitor");

        stage.assertRefused(refused, "action_not_granted");
    }

    @Test
    void is_not_asked_for_where_only_one_is_possible() {
        Person person = enrolled.elsewhere();

        Tokens tokens = person.signIn(console, "queue:monitor");

        assertThat(tokens.mode()).isEqualTo("supervisor");
    }

    @Test
    void is_not_asked_for_by_a_sign_in_that_wants_nothing() {
        assertThat(enrolled.elsewhere().signIn(console, "").mode()).isEmpty();
    }

    @Test
    void is_not_asked_for_where_nobody_may_be_asked() {
        Person person = enrolled.elsewhere();
        person.signIn(console, "");

        Screen silent = person.open(console, VIEW, Map.of("prompt", "none"));

        assertThat(silent.callback()).containsEntry("error", "login_required");
    }

    @Test
    void is_refused_to_an_app_that_cannot_ask_for_modes() {
        Person person = enrolled.elsewhere();

        Screen refused = person.goOn(person.open(stage.app("modeless"), VIEW));

        stage.assertRefused(refused, "mode_not_chosen");
    }

    @Test
    void can_be_left_undone() {
        Person person = enrolled.elsewhere();
        Screen page = choice(person);

        Screen back = person.browser().submit(page, "form:has(#contact-center-mode-back)", Map.of("cancel", "true"));

        assertThat(back.callback()).containsEntry("error", "access_denied");
    }
}
