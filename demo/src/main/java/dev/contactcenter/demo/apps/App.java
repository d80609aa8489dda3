package dev.contactcenter.demo.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import dev.contactcenter.demo.web.Page;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the demo's web apps: signs in, shows what the resource server gives, and steps up when it asks for it. */
public final class App {

    /** The action that both apps offer, and that only a supervisor with a recent passkey may do. */
    private static final Scope PLAY = new Scope("recording:play");

    /** What a review needs besides what is asked for in detail. */
    private static final Scope REVIEW = new Scope("openid", "mode:supervisor");

    private static final Scope TAKE_OUT = new Scope("export:create");

    private final AppProfile profile;
    private final AppSettings settings;
    private final OpenIdClient client;
    private final CrmClient crm;
    private final Phone phone;

    private App(AppProfile profile, AppSettings settings) {
        this.profile = profile;
        this.settings = settings;
        this.client = new OpenIdClient(settings.issuer(), profile.clientId(), settings.app());
        this.crm = new CrmClient(settings.resourceServer());
        this.phone = new Phone(settings.phones());
    }

    /** Starts the app; Keycloak must be ready. */
    public static WebServer start(AppProfile profile, AppSettings settings) {
        App app = new App(profile, settings);
        return WebServer.start(profile.clientId(), settings.app().getPort(), app::routes);
    }

    private void routes(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/sign-in", this::signIn);
        routes.get("/callback", this::callback);
        routes.post("/sign-out", this::signOut);
        routes.post("/refresh", this::refreshNow);
        routes.post("/recordings/{id}/play", context -> play(context, context.pathParam("id"), true));
        routes.post("/recordings/{id}/ask", context -> ask(context, PLAY, context.pathParam("id")));
        routes.post("/recordings/{id}/review", context -> askToReview(context, context.pathParam("id")));
        routes.post("/export", context -> ask(context, TAKE_OUT, Pending.EXPORT));
    }

    private void home(Context context) {
        AppSession session = new AppSession(context);
        Map<String, Object> model = new HashMap<>(Map.of("title", profile.title(), "page", profile.clientId()));
        Optional<Tokens> tokens = usableTokens(session);
        if (tokens.isPresent()) {
            profile.panels().forEach((name, path) -> model.put(name, panel(path, tokens.get())));
            model.put("person", TokenView.of(tokens.get()));
        }
        session.fill(model);
        Page.show(context, tokens.isPresent() ? profile.clientId() : "signed-out", model);
    }

    private Object panel(String path, Tokens tokens) {
        return switch (crm.get(path, tokens.accessToken())) {
            case ApiAnswer.Served served -> Json.read(served.response().body());
            case ApiAnswer.StepUpAsked asked ->
                Map.of("refused", asked.challenge().header());
            case ApiAnswer.Refused refused -> Map.of("refused", refused.status() + " " + refused.header());
        };
    }

    private void signIn(Context context) {
        send(context, client.begin(profile.scope(), List.of(), ""));
    }

    private static void send(Context context, Pending pending) {
        new AppSession(context).begin(pending);
        context.redirect(pending.location().toString(), HttpStatus.SEE_OTHER);
    }

    private void callback(Context context) {
        AppSession session = new AppSession(context);
        URI answered = URI.create(context.fullUrl());
        Optional<Pending> pending = OpenIdClient.stateOf(answered).flatMap(session::end);
        if (pending.isEmpty()) {
            session.notice("This sign-in was not started here, or was finished already. Please start it again.");
            context.redirect("/", HttpStatus.SEE_OTHER);
            return;
        }
        switch (client.complete(answered, pending.get())) {
            case TokenAnswer.Granted granted -> resume(context, granted.tokens(), pending.get());
            case TokenAnswer.Refused refused -> {
                session.notice(Sentences.refusedAtSignIn(refused));
                context.redirect("/", HttpStatus.SEE_OTHER);
            }
        }
    }

    private void resume(Context context, Tokens tokens, Pending pending) {
        if (pending.errand().startsWith(Pending.REVIEW)) {
            review(context, tokens, pending.errand().substring(Pending.REVIEW.length()));
            return;
        }
        new AppSession(context).signedIn(tokens);
        phone.signIn(tokens);
        switch (pending.errand()) {
            case "" -> context.redirect("/", HttpStatus.SEE_OTHER);
            case Pending.EXPORT -> export(context, tokens);
            // Without a second step-up: a resource server that is never content must not send the browser in circles.
            default -> play(context, pending.errand(), false);
        }
    }

    private void export(Context context, Tokens tokens) {
        AppSession session = new AppSession(context);
        switch (crm.get("/exports/customers", tokens.accessToken())) {
            case ApiAnswer.Served served ->
                session.exported(new String(served.response().body(), UTF_8));
            case ApiAnswer.StepUpAsked asked ->
                session.notice(Sentences.notExported(401, asked.challenge().header()));
            case ApiAnswer.Refused refused -> session.notice(Sentences.notExported(refused.status(), refused.header()));
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void askToReview(Context context, String recording) {
        send(context, client.begin(REVIEW, CallEvidence.of(recording), Pending.REVIEW + recording));
    }

    /** The token serves once, and for this only: what the person is signed in with stays what it is. */
    private void review(Context context, Tokens once, String recording) {
        AppSession session = new AppSession(context);
        switch (crm.get(CallEvidence.path(recording), once.accessToken())) {
            case ApiAnswer.Served served -> {
                session.play(recording, served.response().body());
                boolean again = crm.get(CallEvidence.path(recording), once.accessToken()) instanceof ApiAnswer.Served;
                session.notice(Sentences.reviewed(CallEvidence.interaction(recording), again));
            }
            case ApiAnswer.StepUpAsked asked ->
                session.notice(Sentences.notPlayed(401, asked.challenge().header()));
            case ApiAnswer.Refused refused -> session.notice(Sentences.notPlayed(refused.status(), refused.header()));
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void signOut(Context context) {
        AppSession session = new AppSession(context);
        String next = session.tokens().map(client::signOut).map(URI::toString).orElse("/");
        session.forgetPerson();
        context.redirect(next, HttpStatus.SEE_OTHER);
    }

    private void refreshNow(Context context) {
        AppSession session = new AppSession(context);
        session.tokens().ifPresent(tokens -> refresh(session, tokens));
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void play(Context context, String recording, boolean mayStepUp) {
        AppSession session = new AppSession(context);
        Optional<Tokens> tokens = usableTokens(session);
        if (tokens.isEmpty()) {
            context.redirect("/", HttpStatus.SEE_OTHER);
            return;
        }
        switch (crm.get("/recordings/" + recording + "/audio", tokens.get().accessToken())) {
            case ApiAnswer.Served served ->
                session.play(recording, served.response().body());
            case ApiAnswer.StepUpAsked asked
            when mayStepUp -> {
                session.challenged(asked.challenge());
                stepUp(context, asked.challenge(), recording);
                return;
            }
            case ApiAnswer.StepUpAsked asked ->
                session.notice(Sentences.notPlayed(401, asked.challenge().header()));
            case ApiAnswer.Refused refused -> session.notice(Sentences.notPlayed(refused.status(), refused.header()));
        }
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    /** Asks for the action without waiting for the resource server's no. What it takes is for the policy to say. */
    private void ask(Context context, Scope action, String errand) {
        Scope scope = new Scope(profile.scope());
        scope.addAll(action);
        send(context, client.begin(scope, List.of(), errand));
    }

    /**
     * Asks for a stronger token. The challenge's {@code max_age} is not passed on: OpenID Connect's {@code max_age} is about
     * the sign-in as a whole, and Keycloak answers it by asking for everything anew, the password too. How fresh the passkey
     * must be is for the realm's policy to say, which knows each level's own age.
     */
    private void stepUp(Context context, Challenge challenge, String recording) {
        Scope scope = new Scope(profile.scope());
        scope.addAll(PLAY);
        scope.addAll(challenge.scope());
        List<ACR> levels = challenge.acrValues();
        send(context, client.begin(scope, levels, recording));
    }

    private Optional<Tokens> usableTokens(AppSession session) {
        Optional<Tokens> tokens = session.tokens();
        if (tokens.isPresent() && Instant.now().isAfter(tokens.get().expiresAt().minus(settings.refreshBefore()))) {
            return refresh(session, tokens.get());
        }
        return tokens;
    }

    private Optional<Tokens> refresh(AppSession session, Tokens tokens) {
        return switch (client.refresh(tokens)) {
            case TokenAnswer.Granted granted -> {
                session.refreshed(tokens, granted.tokens());
                yield Optional.of(granted.tokens());
            }
            case TokenAnswer.Refused refused
            when refused.code().equals(TokenAnswer.UNREACHABLE) -> {
                session.notice(Sentences.notRefreshed(refused));
                yield Optional.of(tokens);
            }
            case TokenAnswer.Refused refused -> {
                session.forgetPerson();
                session.notice(Sentences.refusedAtRefresh(refused));
                yield Optional.empty();
            }
        };
    }
}
