package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.RealmAdmin;
import dev.contactcenter.it.server.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Orders of an administrator to end what somebody or something has. */
final class RevocationOrders {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/contact-center/revocations";

    private final RealmAdmin admin;

    RevocationOrders(RealmAdmin admin) {
        this.admin = admin;
    }

    /** Gives an order, and does not wait for it. */
    Answer give(Map<String, String> members) {
        ObjectNode body = Admin.object();
        body.put("reason", "reported_lost");
        members.forEach(body::put);
        return admin.post(PATH, body);
    }

    /** Gives an order and waits until it is carried out; what it came to. */
    JsonNode carryOut(Map<String, String> members) {
        return done(give(members));
    }

    /** Waits until an order that was taken is carried out; what it came to. */
    JsonNode done(Answer taken) {
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        String id = taken.text("id");
        return Waiting.until(
                PATIENCE,
                () -> Optional.of(admin.get(PATH + "/" + id).json())
                        .filter(one -> one.path("state").asText().equals("done")),
                () -> "The order is not done: " + id);
    }
}
