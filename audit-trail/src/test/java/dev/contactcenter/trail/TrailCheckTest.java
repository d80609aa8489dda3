package dev.contactcenter.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactcenter.trail.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The check of a trail")
final class TrailCheckTest {

    @Nested
    @DisplayName("finds nothing")
    final class FindsNothing {

        @Test
        void in_a_trail_as_it_was_delivered() {
            TrailReport report = Trail.of(1000).checkpoint().deliver(3).check();

            assertThat(report.findings()).isEmpty();
            assertThat(report.chains()).singleElement().satisfies(chain -> {
                assertThat(chain.records()).isEqualTo(1003);
                assertThat(chain.signedUpTo()).isEqualTo(1000);
                assertThat(chain.realm()).isEqualTo("contact-center");
            });
        }

        @Test
        void in_a_batch_that_was_delivered_twice_after_a_death_of_the_server() {
            Trail trail = Trail.of(10);
            List<String> batch = List.copyOf(trail.lines().subList(5, 10));
            trail.lines().set(9, trail.lines().get(9).substring(0, 40));
            trail.lines().addAll(batch);
            trail.deliver(2).checkpoint();

            TrailReport report = trail.check();

            assertThat(report.findings()).isEmpty();
            assertThat(report.chains().getFirst().records()).isEqualTo(12);
            assertThat(report.chains().getFirst().repeated()).isEqualTo(4);
        }

        @Test
        void in_the_files_of_two_servers_that_delivered_in_turn() {
            Trail trail = Trail.of(12).checkpoint();
            List<String> lines = trail.lines();
            List<String> one = new ArrayList<>(lines.subList(0, 4));
            one.addAll(lines.subList(8, 13));
            List<String> other = List.copyOf(lines.subList(3, 8));

            assertThat(Trail.check(List.of(one, other), trail.keys(), true).findings())
                    .isEmpty();
            assertThat(Trail.check(List.of(other, one), trail.keys(), true).findings())
                    .isEmpty();
        }

        @Test
        void where_several_realms_share_a_file() {
            Trail one = Trail.of(3);
            Trail other = new Trail("realm-2").deliver(3);
            List<String> mixed = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                mixed.add(one.lines().get(i));
                mixed.add(other.lines().get(i));
            }

            TrailReport report = Trail.check(List.of(mixed), one.keys(), true);

            assertThat(report.findings()).isEmpty();
            assertThat(report.chains()).extracting(ChainReport::chain).containsExactly("realm-1", "realm-2");
        }

        @Test
        void in_a_test_of_a_sink() {
            Trail trail = Trail.of(3).checkpoint();
            trail.lines().add("{\"id\":\"t\",\"event\":\"sink_test\"}");

            TrailReport report = trail.check();

            assertThat(report.findings()).isEmpty();
            assertThat(report.tests()).isEqualTo(1);
        }

        @Test
        void in_a_record_that_looks_as_if_it_held_a_chain() {
            Trail trail = Trail.of(1);
            trail.add("{\"id\":\"x\",\"about\":{\"detail\":\"" + "},\\\"chain\\\":{ä€" + "\"}}");

            assertThat(trail.deliver(1).check().findings()).isEmpty();
        }
    }

    @Nested
    @DisplayName("names")
    final class Names {

        private final Trail trail = Trail.of(9).checkpoint();

        @Test
        void a_record_that_was_changed() {
            trail.lines().set(4, trail.lines().get(4).replace("permit", "deny"));

            assertThat(found()).containsExactly(tuple(Kind.CHANGED, 5L, "record-5", "file1:5"));
        }

        @Test
        void a_record_whose_number_was_changed() {
            trail.lines().set(4, trail.lines().get(4).replace("\"seq\":5", "\"seq\":7"));

            assertThat(found()).containsExactly(tuple(Kind.CHANGED, 5L, "record-5", "file1:5"));
        }

        @Test
        void a_record_that_was_changed_with_its_hash_computed_anew() {
            ChainHead before = new Trail("realm-1").deliver(4).head();
            trail.lines()
                    .set(
                            4,
                            before.follow("{\"id\":\"record-5\",\"outcome\":\"deny\"}")
                                    .line());

            assertThat(found()).containsExactly(tuple(Kind.CHANGED, 5L, "record-5", "file1:5"));
        }

        @Test
        void a_record_that_was_removed() {
            trail.lines().remove(4);

            assertThat(trail.check().findings())
                    .extracting(Finding::words)
                    .containsExactly("Record 5 is missing between Record 4 (record-4) and Record 6 (record-6).");
        }

        @Test
        void the_first_records_that_were_removed() {
            trail.lines().subList(0, 2).clear();

            assertThat(trail.check().findings())
                    .extracting(Finding::words)
                    .containsExactly("Records 1 to 2 are missing before Record 3 (record-3).");
            assertThat(Trail.check(List.of(trail.lines()), trail.keys(), false).findings())
                    .as("where only the later files are there")
                    .isEmpty();
        }

        @Test
        void the_last_records_that_were_removed_although_signed() {
            trail.lines().subList(7, 9).clear();

            assertThat(trail.check().findings())
                    .extracting(Finding::words)
                    .containsExactly("Records 8 to 9 are missing at the end, which the realm signed.");
        }

        @Test
        void a_record_that_was_inserted_before_the_one_with_its_number() {
            ChainHead before = new Trail("realm-1").deliver(4).head();
            trail.lines().add(4, before.follow("{\"id\":\"invented\"}").line());

            assertThat(found()).containsExactly(tuple(Kind.INSERTED, 5L, "invented", "file1:5"));
        }

        @Test
        void a_record_that_was_inserted_after_the_one_with_its_number() {
            ChainHead before = new Trail("realm-1").deliver(4).head();
            trail.lines().add(5, before.follow("{\"id\":\"invented\"}").line());

            assertThat(found()).containsExactly(tuple(Kind.INSERTED, 5L, "invented", "file1:6"));
        }

        @Test
        void a_record_that_was_inserted_with_a_number_far_back() {
            trail.lines()
                    .add(
                            8,
                            new Trail("realm-1")
                                    .deliver(1)
                                    .head()
                                    .follow("{\"id\":\"invented\"}")
                                    .line());

            assertThat(found()).containsExactly(tuple(Kind.INSERTED, 2L, "invented", "file1:9"));
        }

        @Test
        void a_line_that_is_no_record() {
            trail.lines().add(4, "{\"id\":\"invented\"}");

            assertThat(found()).containsExactly(tuple(Kind.UNREADABLE, 0L, "", "file1:5"));
        }

        @Test
        void a_line_that_is_a_test_of_a_sink_to_some_readers_and_a_record_to_others() {
            trail.lines().add(4, "{\"event\":\"sink_test\",\"event\":\"break_glass\",\"id\":\"invented\"}");
            trail.lines().add(5, "{\"event\":\"break_glass\",\"about\":{\"event\":\"sink_test\"},\"id\":\"invented\"}");
            trail.lines().add(6, "{\"event\":\"sink_test\"}{\"event\":\"break_glass\"}");

            TrailReport report = trail.check();

            assertThat(report.findings())
                    .extracting(Finding::kind, Finding::place)
                    .containsExactly(
                            tuple(Kind.UNREADABLE, "file1:5"),
                            tuple(Kind.UNREADABLE, "file1:6"),
                            tuple(Kind.UNREADABLE, "file1:7"));
            assertThat(report.tests()).isZero();
        }

        @Test
        void records_that_were_put_in_another_order() {
            Collections.swap(trail.lines(), 4, 5);

            assertThat(found()).containsExactly(tuple(Kind.REORDERED, 5L, "record-5", "file1:6"));
        }

        private List<Tuple> found() {
            return trail.check().findings().stream()
                    .map(finding -> tuple(finding.kind(), finding.seq(), finding.record(), finding.place()))
                    .toList();
        }
    }
}
