package dev.contactcenter.it.audit;

import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import java.util.ArrayList;
import java.util.List;

/** A supervisor who is signed in, and the decisions about it. */
final class Someone {

    private static final String EVERYDAY = "mode:supervisor queue:monitor";

    private final TestApp app;
    private final List<String> decisions = new ArrayList<>();
    private Tokens tokens;

    /** Signs in. */
    Someone(TestApp app) {
        this.app = app;
        tokens = new Person("supervisor").signIn(app, EVERYDAY);
        note();
    }

    /** Refreshes. */
    void goOn() {
        tokens = new Tokens(app.refresh(tokens.refresh()).orFail());
        note();
    }

    private void note() {
        decisions.add(tokens.claims().path("txn").asText());
    }

    /** Ids of those that were answered, in order. */
    List<String> decisions() {
        return List.copyOf(decisions);
    }
}
