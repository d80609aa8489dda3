package dev.contactcenter.listeners.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log as a sink")
class LogSinkTest {

    private final Logger category = Logger.getLogger(LogSink.CATEGORY);
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            logged.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        category.addHandler(handler);
    }

    @AfterEach
    void leave() {
        category.removeHandler(handler);
        category.setLevel(null);
    }

    @Test
    void has_each_record_as_one_message_in_order_as_it_was_stored() throws IOException {
        List<String> records = List.of("{\"id\":\"1\",\"name\":\"100 % {0}\"}", "{\"id\":\"2\"}");

        Delivered delivered = new LogSink().deliver(asStored(records));

        assertThat(delivered).isEqualTo(new Delivered.All());
        assertThat(logged).isEqualTo(records);
    }

    @Test
    void takes_nothing_where_nobody_would_see_it() {
        category.setLevel(Level.WARNING);

        assertThatThrownBy(() -> new LogSink().deliver(asStored(List.of("{}"))))
                .isInstanceOf(IOException.class)
                .hasMessage("it does not log at INFO");
        assertThat(logged).isEmpty();
    }

    private static List<Line> asStored(List<String> records) {
        return records.stream().map(Line::asStored).toList();
    }
}
