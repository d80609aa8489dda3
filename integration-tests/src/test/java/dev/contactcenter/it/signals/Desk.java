package dev.contactcenter.it.signals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.Waiting;
import java.time.Duration;
import java.util.Optional;

/** A device that tells of itself, and the people who sign in on it. */
public final class Desk {

    /** A plain sign-in, which no policy has to grant. */
    private static final String SCOPE = "";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DeviceRealm realm;
    private final PostureIssuer issuer;
    private final String id;
    private final String deviceClass;

    /** A device of this class. */
    public Desk(DeviceRealm realm, PostureIssuer issuer, String id, String deviceClass) {
        this.realm = realm;
        this.issuer = issuer;
        this.id = id;
        this.deviceClass = deviceClass;
    }

    /** Somebody who sits down there, at a new browser. */
    public Person person(String name) {
        Person person = new Person(name);
        person.browser()
                .carry(
                        DeviceRealm.HEADER,
                        issuer.token(id).deviceClass(deviceClass).signed());
        return person;
    }

    /** Somebody signs in there. */
    public Tokens signIn(String name) {
        return signIn(person(name));
    }

    /** This person signs in. */
    public Tokens signIn(Person person) {
        return redeem(person.goOn(open(person)));
    }

    /** The tokens that a sign-in ends with. */
    public Tokens redeem(Screen end) {
        return Person.tokens(app(), end);
    }

    /** What comes of the code that a sign-in ends with, tokens or a refusal; nothing if it ends without one. */
    public Optional<Answer> answerTo(Screen end) {
        return Optional.ofNullable(end.callback().get("code")).map(app()::redeem);
    }

    /** This person opens the app and does nothing more. */
    public Screen open(Person person) {
        return person.open(app(), SCOPE);
    }

    private TestApp app() {
        return realm.console();
    }

    /** Whether the session of these tokens goes on. */
    public boolean goesOn(Tokens tokens) {
        return app().refresh(tokens.refresh()).status() == 200;
    }

    /** Waits until the session of these tokens has ended. */
    public void awaitEnd(Tokens tokens) {
        Waiting.until(
                PATIENCE,
                () -> goesOn(tokens) ? Optional.empty() : Optional.of(true),
                () -> "The session still goes on: " + sid(tokens));
    }

    /** The record of the handover that ended the session of these tokens. */
    public JsonNode handover(Tokens ended) {
        return realm.fixture()
                .server()
                .records()
                .await(
                        realm.fixture().name(),
                        one -> one.path("event").asText().equals("handover")
                                && one.path("actor").path("session").asText().equals(sid(ended)));
    }

    /** The session of these tokens. */
    public static String sid(Tokens tokens) {
        return tokens.claims().path("sid").asText();
    }
}
