package dev.contactcenter.it.ssf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.oidc.TestApp;
import dev.contactcenter.it.oidc.Tokens;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Promptly;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("A security event that one of two servers receives")
final class SharedStreamIT {

    private static final String STREAM = "shared";

    private final Transmitter transmitter = new Transmitter("https://shared-transmitter.example.test");
    private final StreamRealm realm;
    private final TestApp consoleThere;

    SharedStreamIT(Cluster cluster) {
        cluster.nodes().awaitBoth();
        this.realm = StreamRealm.of(cluster.first(), "shared-stream", transmitter);
        this.consoleThere = new TestApp(realm.fixture().at(cluster.second()), "supervisor-console");
        realm.pushed(STREAM, Map.of()).orFail();
    }

    @AfterAll
    void close() {
        realm.close();
        transmitter.close();
    }

    @Test
    void ends_a_session_that_is_used_at_the_other() {
        Tokens tokens = realm.signIn("supervisor");
        Tokens unconcerned = realm.signIn("supervisor");
        assertThat(consoleThere.refresh(tokens.refresh()).status()).isEqualTo(200);

        realm.take(STREAM, transmitter.set("session-revoked").aboutSession(StreamRealm.sid(tokens)));

        Promptly.becomes(
                "event of a session, refresh refused",
                () -> consoleThere.refresh(tokens.refresh()).text("error").equals("invalid_grant"));
        assertThat(consoleThere.refresh(unconcerned.refresh()).status()).isEqualTo(200);
    }
}
