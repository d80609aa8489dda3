package dev.contactcenter.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.server.Answer;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.it.services.Burst;
import dev.contactcenter.it.services.Connector;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@Tag("modes")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("The token rate of a service that asks two servers")
final class SharedTokenRateIT {

    private static final int RATE = 7;
    private static final int REQUESTS_EACH = 15;

    private final Cluster cluster;
    private final RealmFixture realm;

    SharedTokenRateIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = Connector.keyed(RealmFixture.plan(cluster.first(), "shared-rate"))
                .policy(text -> text.replace("tokenRate: 30", "tokenRate: " + RATE))
                .create();
    }

    @BeforeAll
    void bothAreThere() {
        cluster.nodes().awaitBoth();
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void counts_the_tokens_of_both() {
        Connector here = new Connector(realm);
        Connector there = new Connector(realm, realm.at(cluster.second()));

        List<Answer> answers =
                Burst.of(List.of(() -> here.ask("record:view"), () -> there.ask("record:view")), REQUESTS_EACH);

        assertThat(Burst.with(answers, 200)).as(answers.toString()).isEqualTo(RATE);
        assertThat(Burst.with(answers, 429)).isEqualTo(2 * REQUESTS_EACH - RATE);
    }
}
