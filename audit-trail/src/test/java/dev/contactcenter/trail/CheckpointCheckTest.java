package dev.contactcenter.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactcenter.trail.Finding.Kind;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Checkpoints of a trail")
final class CheckpointCheckTest {

    private final Trail trail = Trail.of(9).checkpoint();

    @Test
    void need_not_vouch_for_as_many_records_at_the_end_as_may_be_unsigned() {
        Trail some = Trail.of(3).checkpoint().deliver(2);

        var check = new TrailCheck(some.keys());
        Trail.read(check, some.lines());

        assertThat(check.end(true, 2).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "Ed448"})
    void may_be_signed_by_the_curves_of_edwards(String curve) throws GeneralSecurityException {
        Trail ofCurve = new Trail("realm-1", curve).deliver(3).checkpoint();

        TrailReport report = ofCurve.check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.chains().getFirst().signedUpTo()).isEqualTo(3);
        ofCurve.lines().set(1, ofCurve.lines().get(1).replace("permit", "deny"));
        assertThat(ofCurve.check().isSound()).isFalse();
    }

    @Test
    void are_missed_where_they_were_removed_with_what_was_wrong_about_them() {
        Trail forged = new Trail("realm-1").deliver(4);
        forged.add("{\"id\":\"record-5\",\"outcome\":\"deny\"}");
        forged.deliver(4);

        var check = new TrailCheck(trail.keys());
        Trail.read(check, forged.lines());

        assertThat(check.end(true, 8).findings())
                .extracting(Finding::kind, Finding::words)
                .containsExactly(tuple(Kind.UNSIGNED, "No checkpoint vouches for the records 1 to 9."));
    }

    @Test
    void without_a_hash_are_found() {
        trail.lines().add("{\"checkpoint\":\"" + trail.signed(new ChainHead("realm-1", 9, "ab")) + "\"}");

        assertThat(trail.check().findings())
                .extracting(Finding::kind, Finding::words)
                .containsExactly(tuple(Kind.FORGED_CHECKPOINT, "The checkpoint is no JWS of a chain's end."));
    }

    @Test
    void tell_where_a_chain_was_made_anew_from_a_changed_record_on() {
        Trail forged = new Trail("realm-1").deliver(4);
        forged.add("{\"id\":\"record-5\",\"outcome\":\"deny\"}");
        forged.deliver(4);
        forged.lines().add(trail.lines().getLast());

        assertThat(Trail.check(List.of(forged.lines()), trail.keys(), true).findings())
                .extracting(Finding::kind, Finding::seq)
                .containsExactly(tuple(Kind.REWRITTEN, 9L));
    }

    @Test
    void that_somebody_else_signed_are_found() {
        trail.lines().add(Checkpoint.line(Trail.sign(Trail.newKey(), "key-1", Checkpoint.TYPE, trail.head())));
        trail.lines().add(Checkpoint.line(Trail.sign(Trail.newKey(), "key-2", Checkpoint.TYPE, trail.head())));

        assertThat(trail.check().findings())
                .extracting(Finding::words)
                .containsExactly(
                        "The checkpoint of record 9 was not signed by the key that it names.",
                        "The checkpoint of record 9 is signed by the key 'key-2', which is not among the keys given.");
    }

    @Test
    void are_no_tokens_though_the_same_key_signed_both() {
        Trail two = Trail.of(2);
        two.lines().add(Checkpoint.line(two.signedAs("JWT")));

        assertThat(two.check().findings()).extracting(Finding::kind).containsExactly(Kind.FORGED_CHECKPOINT);
    }
}
