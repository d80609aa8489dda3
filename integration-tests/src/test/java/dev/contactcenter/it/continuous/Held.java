package dev.contactcenter.it.continuous;

import static dev.contactcenter.it.continuous.ContinuityRealm.ACTIONS;
import static dev.contactcenter.it.continuous.ContinuityRealm.ALL;
import static dev.contactcenter.it.continuous.ContinuityRealm.MODE;
import static dev.contactcenter.it.continuous.ContinuityRealm.PRIVILEGED;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.client.Person;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person holds of one session before anything changes; afterwards each way in is tried with it. */
final class Held {

    private final ContinuityRealm stage;
    private final Person person;
    private final Tokens all;
    private final Map<String, Tokens> alone = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    Held(ContinuityRealm stage, Person person) {
        this.stage = stage;
        this.person = person;
        all = person.signIn(stage.console(), ALL);
        for (String action : ACTIONS) {
            alone.put(action, person.signIn(stage.console(), scope(action)));
            codes.put(action, stage.code(person, scope(action)).get("code"));
        }
    }

    Tokens all() {
        return all;
    }

    private static String scope(String action) {
        return MODE + " " + action;
    }

    /** Per action, which of the ways still lead there. */
    Map<String, List<String>> waysLeft() {
        Map<String, List<String>> ways = new TreeMap<>();
        for (String action : ACTIONS) {
            Map<String, Boolean> open = new TreeMap<>();
            open.put("authorization", stage.code(person, scope(action)).containsKey("code"));
            open.put("code exchange", carries(stage.console().redeem(codes.get(action)), action));
            open.put("exchange", carries(stage.exchange(all.access(), scope(action)), action));
            open.put("introspection", introspected(action));
            open.put("refresh", carries(stage.console().refresh(all.refresh()), action));
            open.put("userinfo", stage.userInfo(alone.get(action).access()).status() == 200);
            ways.put(
                    action,
                    open.entrySet().stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey)
                            .toList());
        }
        return ways;
    }

    /** A gateway may look at nothing but whether the token is active, or at its scope: both must tell. */
    private boolean introspected(String action) {
        String gateway = action.equals(PRIVILEGED) ? "recordings-api" : Clients.ALL_GRANTS;
        Answer scoped = stage.introspect(gateway, all.access());
        boolean inScope = List.of(scoped.text("scope").split(" ", -1)).contains(action);
        boolean active = stage.isActive(gateway, alone.get(action).access());
        if (inScope != active) {
            throw new AssertionError("Introspection contradicts itself about " + action + ": " + scoped);
        }
        return active;
    }

    private static boolean carries(Answer answer, String action) {
        return answer.status() == 200 && new Tokens(answer).scope().contains(action);
    }
}
