package dev.contactcenter.listeners.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the database says when a record is not stored")
class RefusedStatementTest {

    @ParameterizedTest
    @ValueSource(strings = {"23514", "25006", "53100", "90028"})
    void is_its_word_where_it_refuses_a_statement(String state) {
        assertThat(RefusedStatement.isCauseOf(wrapped(new SQLException("no", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P02", "57P03"})
    void is_not_where_nobody_reached_it(String state) {
        assertThat(RefusedStatement.isCauseOf(wrapped(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void is_not_where_a_refusal_comes_of_a_connection_that_was_lost() {
        var lost = new SQLException("lost", "08006");

        assertThat(RefusedStatement.isCauseOf(wrapped(new SQLException("in a failed transaction", "25P02", lost))))
                .isFalse();
    }

    @Test
    void is_not_where_it_says_nothing() {
        assertThat(RefusedStatement.isCauseOf(wrapped(new SQLException("the pool is empty"))))
                .isFalse();
        assertThat(RefusedStatement.isCauseOf(new IllegalStateException("something else")))
                .isFalse();
    }

    private static RuntimeException wrapped(SQLException cause) {
        return new IllegalStateException("not stored", cause);
    }
}
