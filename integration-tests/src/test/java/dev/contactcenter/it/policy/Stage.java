package dev.contactcenter.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.PasskeyFlags;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.RealmFixture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A realm whose policy each test writes anew, and what came of it. */
final class Stage implements AutoCloseable {

    static final String EVERYDAY = "mode:supervisor queue:monitor";
    static final String PLAY = "mode:supervisor recording:play";

    private static final String HEAD = """
            assurance: [password, phr, phrh]
            actions:
              record:view:     { tier: 0 }
              queue:monitor:   { tier: 1 }
              transcript:view: { tier: 2 }
              recording:play:  { tier: 3, privileged: true, audience: [recordings-api] }
            modes:
              agent:      { roles: [contact-center-agent], actions: [record:view, recording:play] }
              supervisor: { roles: [contact-center-supervisor], actions: [record:view, queue:monitor, transcript:view, recording:play] }
            services:
              cti-connector: { actions: [record:view], tokenLifespan: PT2M }
            """;

    private final RealmFixture realm;
    private int revisions;

    private Stage(RealmFixture realm) {
        this.realm = realm;
    }

    static Stage of(KeycloakServer server, String name, UnaryOperator<RealmFixture.Plan> change) {
        return new Stage(change.apply(RealmFixture.plan(server, name)).create());
    }

    static Stage of(KeycloakServer server, String name) {
        return of(server, name, plan -> plan);
    }

    RealmFixture realm() {
        return realm;
    }

    /** A policy of these sections, beside those that all tests share; with a revision of its own. */
    Answer tryPolicy(String sections) {
        return realm.admin().putPolicy(text(++revisions, sections));
    }

    /** Puts a policy of these sections in force. */
    void policy(String sections) {
        tryPolicy(sections).orFail();
    }

    /** The whole text of a policy. */
    static String text(int revision, String sections) {
        return "contactCenterPolicy: 1\nrevision: stage." + revision + "\n" + HEAD + sections;
    }

    String revision() {
        return "stage." + revisions;
    }

    TestApp app(String clientId) {
        return new TestApp(realm, clientId);
    }

    TestApp console() {
        return app("supervisor-console");
    }

    /** Somebody who has enrolled a passkey in another browser. */
    Person enrolled(String name) {
        return enrolled(name, PasskeyFlags.SYNCED);
    }

    Person enrolled(String name, PasskeyFlags kind) {
        Person person = new Person(name, kind);
        person.signIn(console(), "");
        return person.elsewhere();
    }

    /** The session is given what is asked for. */
    Tokens granted(Person person, TestApp app, String scope) {
        return person.signIn(app, scope);
    }

    /** The sign-in ends at the page that says this reason; gives the record of it. */
    JsonNode refused(Person person, TestApp app, String scope, String reason) {
        Screen screen = person.goOn(person.open(app, scope));
        assertThat(screen.isRefusal()).as(screen.toString()).isTrue();
        JsonNode record = record(one -> one.path("id").asText().startsWith(screen.refusalCode()));
        assertThat(record.path("outcome").asText()).isEqualTo("deny");
        assertThat(record.path("reason").asText()).isEqualTo(reason);
        return record;
    }

    /** The record of the decision that a token was issued on. */
    JsonNode recordOf(Tokens tokens) {
        String txn = tokens.claims().path("txn").asText();
        assertThat(txn).as(tokens.claims().toString()).isNotEmpty();
        return record(one -> one.path("id").asText().equals(txn));
    }

    /** The first record under the policy in force that is like this. */
    JsonNode record(Predicate<JsonNode> wanted) {
        return realm.server()
                .records()
                .await(
                        realm.name(),
                        wanted.and(one -> one.path("policy").asText().equals(revision())));
    }

    /** Makes a group and puts a user into it. */
    void join(String username, String group) {
        var made = Admin.object();
        made.put("name", group);
        realm.admin().post("/groups", made);
        realm.admin()
                .put("/users/" + realm.admin().userId(username) + "/groups/" + groupId(group), Admin.object())
                .orFail();
    }

    void leave(String username, String group) {
        realm.admin()
                .delete("/users/" + realm.admin().userId(username) + "/groups/" + groupId(group))
                .orFail();
    }

    private String groupId(String group) {
        return realm.admin()
                .get("/group-by-path/" + group)
                .orFail()
                .json()
                .path("id")
                .asText();
    }

    @Override
    public void close() {
        realm.close();
    }
}
