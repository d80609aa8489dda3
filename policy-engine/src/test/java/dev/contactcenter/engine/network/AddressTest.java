package dev.contactcenter.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A literal address")
class AddressTest {

    private static final int SEVERAL = 2000;

    @RepeatedTest(5)
    void is_read_as_java_reads_it(RepetitionInfo run) throws UnknownHostException {
        var random = new Random(run.getCurrentRepetition());
        for (int i = 0; i < SEVERAL; i++) {
            byte[] bytes = bytes(random);
            InetAddress expected = InetAddress.getByAddress(bytes);
            String text = written(random, bytes);

            assertThat(Address.parse(text).map(Address::bytes))
                    .as(text)
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(expected.getAddress()));
        }
    }

    /** Many zeros, so that there are gaps; some IPv4, some of it written as IPv6. */
    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
        }
        if (bytes.length == 16 && random.nextInt(4) == 0) {
            IntStream.range(0, 10).forEach(i -> bytes[i] = 0);
            bytes[10] = (byte) 0xff;
            bytes[11] = (byte) 0xff;
        }
        return bytes;
    }

    private static String written(Random random, byte[] bytes) {
        if (bytes.length == 4) {
            return octets(bytes, 0);
        }
        boolean dotted = random.nextBoolean();
        String groups = IntStream.range(0, dotted ? 6 : 8)
                .mapToObj(group -> String.format(
                        Locale.ROOT,
                        random.nextBoolean() ? "%x" : "%04X",
                        ((bytes[2 * group] & 255) << 8) | (bytes[2 * group + 1] & 255)))
                .collect(Collectors.joining(":"));
        String whole = dotted ? groups + ':' + octets(bytes, 12) : groups;
        // Any run of zero groups may be left out, once.
        return random.nextBoolean() ? whole : whole.replaceFirst("(^|:)(0{1,4}(:|$))+", "::");
    }

    private static String octets(byte[] bytes, int from) {
        return IntStream.range(from, from + 4)
                .mapToObj(i -> Integer.toString(bytes[i] & 255))
                .collect(Collectors.joining("."));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3::7:8, 1:2:3:0:0:0:7:8",
        "1:2:3:4:5::8, 1:2:3:4:5:0:0:8",
        "64:ff9b::192.0.2.1, 64:ff9b:0:0:0:0:c000:201",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void may_leave_zeros_out_once(String text, String same) {
        assertThat(Address.parse(text)).isPresent().isEqualTo(Address.parse(same));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5",
                "::1.2.3",
                "::1.2.3.256",
                ":::1",
                "1:::2",
                "1:",
                ":1",
                "12345::",
                "::g",
                "::/0",
                "1.2.3.4%eth0",
                "010.0.0.1",
                "1.2.3.04",
                "1..2.3",
                "1.2.3.4.",
                "-1.2.3.4",
                "+1.2.3.4",
                "١.2.3.4",
                "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000",
                "a.example"
            })
    void is_nothing_else(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }
}
