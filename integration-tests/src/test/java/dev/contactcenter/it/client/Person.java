package dev.contactcenter.it.client;

import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import java.net.URI;
import java.util.Map;

/** Somebody at a browser: a user name, the password of the demo, and a passkey of their own. */
public final class Person {

    private static final int MOST_PAGES = 6;

    private final String name;
    private final SoftwarePasskey passkey;
    private final PasskeyFlags flags;
    private final HttpBrowser browser = new HttpBrowser();

    /** Somebody who has never been there; the first sign-in enrols the passkey if the realm asks for it. */
    public Person(String name) {
        this(name, PasskeyFlags.SYNCED);
    }

    /** The same with a passkey of some kind. */
    public Person(String name, PasskeyFlags flags) {
        this(name, new SoftwarePasskey(), flags);
    }

    private Person(String name, SoftwarePasskey passkey, PasskeyFlags flags) {
        this.name = name;
        this.passkey = passkey;
        this.flags = flags;
    }

    /** The same person at another browser, who is not signed in there. */
    public Person elsewhere() {
        return new Person(name, passkey, flags);
    }

    /** The browser, to send what no page offers. */
    public HttpBrowser browser() {
        return browser;
    }

    /** What this person signs with. */
    public SoftwarePasskey passkey() {
        return passkey;
    }

    /** Opens an app's login and does nothing more. */
    public Screen open(TestApp app, String scope, Map<String, String> more) {
        return browser.open(URI.create(app.authorizationUrl(scope, more)));
    }

    /** Opens an app's login and does nothing more. */
    public Screen open(TestApp app, String scope) {
        return open(app, scope, Map.of());
    }

    /** Types user name and password. */
    public Screen typePassword(Screen login) {
        return browser.submit(login, "#kc-form-login", Map.of("username", name, "password", "demo"));
    }

    /** Uses the passkey where it is asked for or offered. */
    public Screen usePasskey(Screen screen, PasskeyFlags flags) {
        return browser.submit(screen, "#webauth", passkey.assertion(Ceremony.on(screen), flags));
    }

    /** Enrols the passkey. */
    public Screen enrol(Screen registration, PasskeyFlags flags) {
        return browser.submit(
                registration,
                "#register",
                passkey.register(Ceremony.on(registration), Ceremony.userId(registration), flags));
    }

    /** Does what each page asks for, until there is nothing more to do. */
    public Screen goOn(Screen first) {
        Screen screen = first;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            if (screen.has("kc-form-login")) {
                screen = typePassword(screen);
            } else if (screen.has("register")) {
                screen = enrol(screen, flags);
            } else if (screen.has("webauth")) {
                screen = usePasskey(screen, flags);
            } else {
                return screen;
            }
        }
        throw new AssertionError("The login has no end: " + screen);
    }

    /** Signs in, doing what is asked for, and gets tokens. */
    public Tokens signIn(TestApp app, String scope, Map<String, String> more) {
        return tokens(app, goOn(open(app, scope, more)));
    }

    /** Signs in, doing what is asked for, and gets tokens. */
    public Tokens signIn(TestApp app, String scope) {
        return signIn(app, scope, Map.of());
    }

    /** Redeems the code that the browser brings back. */
    public static Tokens tokens(TestApp app, Screen end) {
        String code = end.callback().get("code");
        if (code == null) {
            throw new AssertionError("The login brought no code: " + end);
        }
        return new Tokens(app.redeem(code).orFail());
    }
}
