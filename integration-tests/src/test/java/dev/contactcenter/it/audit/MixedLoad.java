package dev.contactcenter.it.audit;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.client.Screen;
import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.services.ServiceAccount;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * People who sign in, apps that refresh and services that ask for tokens, all at once, at a server that may die at any moment. It
 * keeps the ids of the decisions that were answered. Only what was answered counts: a server that is gone has promised nothing.
 */
final class MixedLoad {

    private static final String SERVICE = "cti-connector";
    private static final String CONSOLE = "supervisor-console";
    private static final String ACTION = "mode:supervisor queue:monitor";

    private final URI realm;
    private final TestApp console;
    private final Person enrolled = new Person("supervisor");
    private final AtomicReference<Tokens> session = new AtomicReference<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final Set<String> ofSignIns = ConcurrentHashMap.newKeySet();
    private final Set<String> ofRefreshes = ConcurrentHashMap.newKeySet();
    private final Set<String> ofServices = ConcurrentHashMap.newKeySet();

    /** Lets the realm bear it, and a supervisor enrol a passkey there. */
    MixedLoad(URI realm, RealmAdmin admin) {
        this.realm = realm;
        this.console = new TestApp(realm, CONSOLE);
        String service = "/clients/" + admin.clientId(SERVICE);
        admin.change(service, Clients::unmarked).orFail();
        admin.change(service, Clients::greedyService).orFail();
        admin.change(
                        "/clients/" + admin.clientId(CONSOLE),
                        client -> client.set("redirectUris", Admin.array(TestApp.CALLBACK)))
                .orFail();
        // More tokens are asked for in a minute than a connector may have.
        admin.putPolicy(admin.policy().replaceFirst("(?m)^ +tokenRate: .*\\R", ""))
                .orFail();
        session.set(enrolled.signIn(console, ACTION));
    }

    /** Runs while something else happens, and has ended when that has. */
    void during(Runnable happening) {
        var loaded = new AtomicBoolean(true);
        List<Runnable> callers = List.of(
                () -> note(ofServices, this::asService),
                () -> note(ofServices, this::asService),
                () -> note(ofRefreshes, this::refresh),
                () -> note(ofSignIns, this::signIn));
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            for (Runnable caller : callers) {
                threads.execute(() -> {
                    while (loaded.get()) {
                        caller.run();
                    }
                });
            }
            try {
                happening.run();
            } finally {
                loaded.set(false);
            }
        }
    }

    /** The ids of all decisions that somebody was told. */
    Set<String> answered() {
        Set<String> all = new HashSet<>(ofServices);
        all.addAll(ofSignIns);
        all.addAll(ofRefreshes);
        return all;
    }

    /** What went wrong so far, other than that nobody answered; a server that dies may answer by half. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Forgets what went wrong. */
    void forgive() {
        troubles.clear();
    }

    /** How many sign-ins were answered. */
    int signIns() {
        return ofSignIns.size();
    }

    /** How many refreshes were answered. */
    int refreshes() {
        return ofRefreshes.size();
    }

    private void note(Set<String> answered, Supplier<Answer> asked) {
        try {
            Answer answer = asked.get();
            if (answer.status() == 200) {
                answered.add(new Tokens(answer).claims().path("txn").asText());
            }
        } catch (UncheckedIOException gone) {
            Thread.onSpinWait();
        } catch (RuntimeException | AssertionError unexpected) {
            troubles.add(unexpected.toString());
        }
    }

    private Answer asService() {
        return ServiceAccount.ask(realm, SERVICE, "record:view");
    }

    /** In one session for as long as it goes on: it was stored, and so outlives a server. */
    private Answer refresh() {
        return console.refresh(session.get().refresh());
    }

    private Answer signIn() {
        Person person = enrolled.elsewhere();
        Screen end = person.goOn(person.open(console, ACTION));
        Answer answer = console.redeem(end.callback().getOrDefault("code", "none"));
        if (answer.status() == 200) {
            session.set(new Tokens(answer));
        }
        return answer;
    }
}
