package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message of Kafka")
class KafkaMessageTest {

    private static final String RECORD =
            "{\"id\":\"d-1\",\"actor\":{\"session\":\"s-1\"},\"chain\":{\"id\":\"realm-1\",\"seq\":7,\"previous\":\"00\",\"hash\":\"01\"}}";

    @Test
    void has_the_session_as_its_key_whatever_the_format() {
        ProducerRecord<byte[], byte[]> message = message(new Line("CEF:0|...", RECORD));

        assertThat(message.key()).asString(UTF_8).isEqualTo("s-1");
        assertThat(message.value()).asString(UTF_8).isEqualTo("CEF:0|...");
    }

    @Test
    void tells_the_record_and_its_place_in_the_chain() {
        assertThat(headers(message(Line.asStored(RECORD))))
                .isEqualTo(Map.of(
                        "contact-center-id", "d-1", "contact-center-chain", "realm-1", "contact-center-seq", "7"));
    }

    @Test
    void of_no_session_has_the_chain_as_its_key() {
        ProducerRecord<byte[], byte[]> checkpoint = message(Line.asStored("{\"checkpoint\":\"a.b.c\"}"));

        assertThat(checkpoint.key()).asString(UTF_8).isEqualTo("realm-1");
        assertThat(headers(checkpoint)).isEmpty();
    }

    private static ProducerRecord<byte[], byte[]> message(Line line) {
        return KafkaMessage.of("decisions", line, "realm-1");
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
