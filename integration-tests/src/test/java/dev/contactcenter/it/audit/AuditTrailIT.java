package dev.contactcenter.it.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.KeycloakServer;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import dev.contactcenter.trail.Finding;
import dev.contactcenter.trail.TrailReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("audit")
@WithKeycloak
@DisplayName("The trail in the server's file")
final class AuditTrailIT {

    private final KeycloakServer server;
    private SinkRealm realm;

    AuditTrailIT(KeycloakServer server) {
        this.server = server;
    }

    @BeforeEach
    void aRealmWithoutASinkOfItsOwn() {
        realm = new SinkRealm(server);
    }

    @AfterEach
    void leave() {
        realm.close();
    }

    @Test
    void is_sound_signed_by_the_realm_and_ends_where_the_realm_says() {
        realm.permit(6);

        TrailReport report = realm.verify(awaitSigned());

        assertThat(report.findings()).isEmpty();
        assertThat(report.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.records()).isGreaterThanOrEqualTo(6);
            assertThat(chain.realm()).isEqualTo(realm.fixture().name());
            assertThat(chain.hash())
                    .isEqualTo(realm.fixture()
                            .admin()
                            .get("/contact-center/audit/chain")
                            .orFail()
                            .text("hash"));
        });
    }

    @Test
    @Tag("attack")
    void tells_of_a_record_that_somebody_changed_in_it() {
        realm.permit(3);
        List<String> lines = new ArrayList<>(awaitSigned());
        int second = second(lines);
        lines.set(second, lines.get(second).replace("\"outcome\":\"permit\"", "\"outcome\":\"deny\""));

        assertThat(realm.verify(lines).findings())
                .extracting(Finding::kind, Finding::record)
                .containsExactly(tuple(Finding.Kind.CHANGED, realm.decided().get(1)));
    }

    @Test
    @Tag("attack")
    void tells_of_a_record_that_somebody_took_out_of_it() {
        realm.permit(3);
        List<String> lines = new ArrayList<>(awaitSigned());
        long seq = Admin.object(lines.remove(second(lines)))
                .path("chain")
                .path("seq")
                .asLong();

        assertThat(realm.verify(lines).findings())
                .extracting(Finding::kind, Finding::seq)
                .containsExactly(tuple(Finding.Kind.REMOVED, seq));
    }

    /** The realm's lines in the file, once the last record of them is signed. */
    private List<String> awaitSigned() {
        return Waiting.until(
                Duration.ofSeconds(30),
                () -> Optional.of(ofRealm())
                        .filter(lines -> realm.decided().stream()
                                .allMatch(id -> lines.stream().anyMatch(line -> isRecord(line, id))))
                        .filter(lines -> realm.verify(lines).chains().stream()
                                .anyMatch(chain -> chain.signedUpTo() == chain.records())),
                () -> "No checkpoint vouches for the last record in " + ofRealm());
    }

    /** Where the second decision stands; what was configured before is on record, too. */
    private int second(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> isRecord(lines.get(i), realm.decided().get(1)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRecord(String line, String id) {
        return line.startsWith("{\"id\":\"" + id + "\"");
    }

    private List<String> ofRealm() {
        String chain = "\"chain\":{\"id\":\"" + realmId() + "\"";
        return server.records()
                .text()
                .lines()
                .filter(line -> line.contains(chain) || line.startsWith("{\"checkpoint\":"))
                .filter(line -> line.contains(chain) || isOfRealm(line))
                .toList();
    }

    private boolean isOfRealm(String checkpoint) {
        String payload = checkpoint.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), UTF_8).contains(realmId());
    }

    private String realmId() {
        return realm.fixture().admin().get("").orFail().text("id");
    }
}
