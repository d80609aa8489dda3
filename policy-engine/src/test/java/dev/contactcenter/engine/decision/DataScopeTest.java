package dev.contactcenter.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How much of the data a permit reaches")
class DataScopeTest {

    private static final List<DataScope> SOME = List.of(
            DataScope.ALL,
            DataScope.of(new FieldScope(Map.of("record", Set.of("id", "status")))),
            DataScope.of(new FieldScope(Map.of("record", Set.of("id"), "note", Set.of("text")))),
            DataScope.of(new Datasets.Only(Set.of("calls", "queues"))),
            DataScope.of(new Datasets.Only(Set.of("queues"))),
            DataScope.of(new Datasets.Only(Set.of())),
            new DataScope(FieldScope.ALL, new Datasets.Only(Set.of("calls")), new Rows.AtMost(10)),
            new DataScope(FieldScope.ALL, new Datasets.All(), new Rows.AtMost(5)));

    @Test
    void is_the_same_in_whatever_order_it_is_limited() {
        for (DataScope one : SOME) {
            for (DataScope other : SOME) {
                assertThat(one.and(other)).isEqualTo(other.and(one));
                for (DataScope third : SOME) {
                    assertThat(one.and(other).and(third)).isEqualTo(one.and(other.and(third)));
                }
            }
        }
    }

    @Test
    void is_never_more_for_another_limit() {
        for (DataScope one : SOME) {
            assertThat(one.and(one)).isEqualTo(one);
            assertThat(one.and(DataScope.ALL)).isEqualTo(one);
            for (DataScope other : SOME) {
                assertThat(one.and(other).and(one)).isEqualTo(one.and(other));
            }
        }
    }

    @Test
    void is_what_both_allow_in_each_respect() {
        DataScope both =
                SOME.get(1).and(SOME.get(2)).and(SOME.get(3)).and(SOME.get(6)).and(SOME.get(7));

        assertThat(both)
                .isEqualTo(new DataScope(
                        new FieldScope(Map.of("record", Set.of("id"), "note", Set.of("text"))),
                        new Datasets.Only(Set.of("calls")),
                        new Rows.AtMost(5)));
    }

    @Test
    void is_nothing_where_two_limits_have_nothing_in_common() {
        assertThat(new Datasets.Only(Set.of("calls")).and(new Datasets.Only(Set.of("queues"))))
                .isEqualTo(new Datasets.Only(Set.of()));
    }

    @Test
    void tells_of_no_resource_that_the_actions_are_not_about() {
        FieldScope fields = new FieldScope(Map.of("record", Set.of("id"), "records", Set.of("all")));

        assertThat(fields.about(Set.of("record:view"))).isEqualTo(new FieldScope(Map.of("record", Set.of("id"))));
    }

    @Test
    void holds_the_fields_of_an_action_by_its_resource_and_all_of_a_resource_that_it_does_not_name() {
        FieldScope fields = SOME.get(1).fields();

        assertThat(fields.holds("record:view", Set.of("id"))).isTrue();
        assertThat(fields.holds("record:view", Set.of("id", "iban"))).isFalse();
        assertThat(fields.holds("note:write", Set.of("text"))).isTrue();
        assertThat(FieldScope.ALL.holds("record:view", Set.of("iban"))).isTrue();
    }
}
