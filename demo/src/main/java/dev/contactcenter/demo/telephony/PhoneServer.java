package dev.contactcenter.demo.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.demo.web.Page;
import dev.contactcenter.demo.web.WebServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stands in for the telephony system of the contact center. The apps sign the phones of people in, its page lets a call come in
 * at one of them, and its adapter tells the realm.
 */
public final class PhoneServer {

    /** The system whose events are simulated. */
    private static final String SYSTEM = "genesys-cloud";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final SimulatedCall call = SimulatedCall.of(SYSTEM);
    private final StateMapping mapping = StateMapping.named(SYSTEM);
    private final CtiAdapter adapter;

    /**
     * A phone that somebody is signed in at.
     *
     * @param session the claim {@code sid}
     * @param state what the realm was told last, in a word
     */
    private record Phone(String session, String person, String state) {}

    private PhoneServer(URI realm) {
        this.adapter = new CtiAdapter(realm, mapping, InstantSource.system());
    }

    /**
     * Starts it.
     *
     * @param realm the issuer that is told
     */
    public static WebServer start(int port, URI realm) {
        return WebServer.start("phones", port, new PhoneServer(realm)::routes);
    }

    private void routes(RoutesConfig routes) {
        routes.get("/", this::show);
        routes.post("/phones", this::signIn);
        routes.post("/phones/{session}/{step}", this::step);
    }

    private synchronized void show(Context context) {
        Page.show(
                context,
                "phones",
                Map.of(
                        "title",
                        "Telephony",
                        "system",
                        mapping.system(),
                        "phones",
                        phones.values().stream().toList().reversed()));
    }

    private synchronized void signIn(Context context) {
        try {
            JsonNode phone = JSON.readTree(context.body());
            String session = phone.path("session").asText();
            phones.put(session, new Phone(session, phone.path("person").asText(), "nothing yet"));
            context.status(HttpStatus.NO_CONTENT);
        } catch (IOException e) {
            throw new BadRequestResponse("This is no phone: " + e.getMessage());
        }
    }

    private synchronized void step(Context context) {
        Phone phone = phones.get(context.pathParam("session"));
        if (phone == null) {
            throw new NotFoundResponse("Nobody is signed in at that phone.");
        }
        CallStep step = CallStep.of(context.pathParam("step"))
                .orElseThrow(() -> new NotFoundResponse("Calls take no such course."));
        String told = switch (adapter.tell(phone.session(), call.event(step, "call-2101"))) {
            case Told.State state -> state.state().word();
            case Told.NotKnown notKnown -> "nothing: " + notKnown.word() + " is not known";
        };
        phones.put(phone.session(), new Phone(phone.session(), phone.person(), told));
        context.redirect("/", HttpStatus.SEE_OTHER);
    }
}
