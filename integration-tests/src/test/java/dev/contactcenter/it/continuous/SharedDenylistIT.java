package dev.contactcenter.it.continuous;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.it.server.BesideOthers;
import dev.contactcenter.it.server.Cluster;
import dev.contactcenter.it.server.Promptly;
import dev.contactcenter.it.server.RealmFixture;
import dev.contactcenter.it.server.Waiting;
import dev.contactcenter.it.server.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("continuous")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
@DisplayName("The denylist of two servers")
final class SharedDenylistIT {

    private static final int EACH = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RealmFixture here;
    private final RealmFixture there;
    private final DenylistReader gatewayHere;
    private final DenylistReader gatewayThere;

    SharedDenylistIT(Cluster cluster) {
        cluster.nodes().awaitBoth();
        this.here = RealmFixture.plan(cluster.first(), "shared-denylist").create();
        this.there = here.at(cluster.second());
        this.gatewayHere = DenylistReader.of(here, "gateway", List.of(DenylistReader.ROLE));
        this.gatewayThere = gatewayHere.at(there);
    }

    @AfterAll
    void close() {
        here.close();
    }

    @Test
    void tells_at_one_what_was_entered_at_the_other() {
        long before = gatewayThere.end();

        order(here, "told-at-once");

        Promptly.becomes(
                "denied token told", () -> values(gatewayThere.after(before)).equals(List.of("told-at-once")));
    }

    @Test
    void is_the_same_in_the_same_order_whoever_enters_and_whoever_reads() {
        long before = gatewayHere.end();

        var reading = CompletableFuture.supplyAsync(() -> follow(gatewayThere, before));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> orderSeveral(here, "here-")),
                        CompletableFuture.runAsync(() -> orderSeveral(there, "there-")))
                .join();

        List<JsonNode> afterwards = gatewayHere.after(before);
        assertThat(afterwards).hasSize(2 * EACH).isEqualTo(gatewayThere.after(before));
        assertThat(values(afterwards)).doesNotHaveDuplicates();
        assertThat(afterwards).isSortedAccordingTo((one, other) -> Long.compare(cursor(one), cursor(other)));
        assertThat(reading.join()).as("read while both entered").isEqualTo(afterwards);
    }

    /** Reads on from where it stands until nothing is missing: what appears behind it, it would never see. */
    private static List<JsonNode> follow(DenylistReader reader, long before) {
        List<JsonNode> read = new ArrayList<>();
        return Waiting.until(
                PATIENCE,
                () -> {
                    read.addAll(reader.after(read.isEmpty() ? before : cursor(read.getLast())));
                    return read.size() < 2 * EACH ? Optional.empty() : Optional.of(read);
                },
                () -> "Only these were read: " + read);
    }

    private static void orderSeveral(RealmFixture at, String prefix) {
        IntStream.range(0, EACH).forEach(i -> order(at, prefix + i));
    }

    private static void order(RealmFixture at, String token) {
        var order = Admin.object();
        order.put("token", token).put("reason", "token_leaked");
        order.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        at.admin().post("/contact-center/revocations", order).orFail();
    }

    private static long cursor(JsonNode entry) {
        return entry.path("cursor").asLong();
    }

    private static List<String> values(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("value").asText()).toList();
    }
}
