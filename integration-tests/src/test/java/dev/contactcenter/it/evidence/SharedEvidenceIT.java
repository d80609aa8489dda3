package dev.contactcenter.it.evidence;

import static dev.contactcenter.it.evidence.EvidenceRealm.RECORDINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Http;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

@Tag("attack")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("The evidence of a call at two servers")
final class SharedEvidenceIT {

    private final EvidenceRealm realm;
    private final List<RealmFixture> both;

    SharedEvidenceIT(Cluster cluster) {
        cluster.nodes().awaitBoth();
        this.realm = EvidenceRealm.of(cluster.first(), "shared-evidence");
        this.both = List.of(realm.realm(), realm.realm().at(cluster.second()));
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @RepeatedTest(5)
    void serves_once_wherever_it_is_asked_about() {
        String token = realm.review("call-1").access();

        List<CompletableFuture<Boolean>> asked = Stream.of(both, both)
                .flatMap(List::stream)
                .map(at -> CompletableFuture.supplyAsync(() -> isActive(at, token)))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    }

    private static boolean isActive(RealmFixture at, String token) {
        return Http.post(
                        at.url() + "/protocol/openid-connect/token/introspect",
                        Map.of("client_id", RECORDINGS, "client_secret", Clients.SECRET, "token", token))
                .orFail()
                .json()
                .path("active")
                .asBoolean();
    }
}
