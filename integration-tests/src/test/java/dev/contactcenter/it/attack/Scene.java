package dev.contactcenter.it.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import java.util.List;
import java.util.function.UnaryOperator;

/** A realm under attack, the apps in it, and what must hold of every refusal. */
final class Scene implements AutoCloseable {

    static final String PLAY = "recording:play";

    /** What a supervisor may have with the password alone. */
    static final String EVERYDAY = "mode:supervisor queue:monitor";

    /** What takes a recent passkey. */
    static final String ELEVATED = "mode:supervisor queue:monitor recording:play";

    private final RealmFixture realm;

    private Scene(RealmFixture realm) {
        this.realm = realm;
    }

    static Scene of(KeycloakServer server, String name) {
        return of(server, name, plan -> plan);
    }

    static Scene of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> change) {
        return new Scene(change.apply(RealmFixture.plan(server, name)).create());
    }

    RealmFixture realm() {
        return realm;
    }

    /** The app of supervisors. */
    TestApp console() {
        return app("supervisor-console");
    }

    TestApp app(String clientId) {
        return new TestApp(realm, clientId);
    }

    /** Somebody who has enrolled a passkey in another browser. */
    Person enrolled(String name, TestApp app) {
        Person person = new Person(name);
        person.signIn(app, "");
        return person.elsewhere();
    }

    /** The login ended at the policy's page, no code was given, and the page's code leads to a record of this reason. */
    void assertRefused(Screen screen, String reason) {
        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
        assertThat(screen.answer().status()).isEqualTo(403);
        assertThat(screen.callback()).isEmpty();
        JsonNode record = realm.server()
                .records()
                .await(realm.name(), one -> one.path("id").asText().startsWith(screen.refusalCode()));
        assertThat(record.path("outcome").asText()).isEqualTo("deny");
        assertThat(record.path("reason").asText()).isEqualTo(reason);
    }

    /** The token endpoint denied: status, error, reason code; and there is a record of it. */
    void assertDenied(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("access_denied");
        assertThat(answer.text("error_description")).startsWith(reason + ": ");
        assertNoToken(answer);
        awaitRecord("deny", reason);
    }

    /** The token endpoint demanded a better proof, in the words of RFC 9470; and there is a record of it. */
    void assertInsufficient(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("insufficient_user_authentication");
        assertThat(answer.text("error_description")).startsWith("step_up_required: ");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("acr_values=\"phr\"", "max_age=\"");
        assertNoToken(answer);
        awaitRecord("step_up", "");
    }

    /** Keycloak itself said no, in its own words. */
    static void assertRejected(Answer answer, String error) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 403);
        assertThat(answer.text("error")).isEqualTo(error);
        assertNoToken(answer);
    }

    /** The token was given, without the action: neither the token nor the answer tells it. */
    static void assertGivenWithoutPlay(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(new Tokens(answer).scope()).isNotEmpty().doesNotContain(PLAY);
        assertThat(List.of(answer.text("scope").split(" ", -1))).doesNotContain(PLAY);
        assertThat(new Tokens(answer).claims().path("aud").toString()).doesNotContain("recordings-api");
    }

    private static void assertNoToken(Answer answer) {
        assertThat(answer.body()).doesNotContain("access_token", "refresh_token", "id_token");
    }

    void awaitRecord(String outcome, String reason) {
        realm.server()
                .records()
                .await(
                        realm.name(),
                        record -> record.path("outcome").asText().equals(outcome)
                                && record.path("reason").asText().equals(reason));
    }

    @Override
    public void close() {
        realm.close();
    }
}
