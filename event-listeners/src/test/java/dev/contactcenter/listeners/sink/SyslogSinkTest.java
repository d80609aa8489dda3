package dev.contactcenter.listeners.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contactcenter.listeners.sink.SyslogSink.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A syslog receiver, a real rsyslog,")
class SyslogSinkTest {

    private static final String HEADER = "<109>1 ";

    private Rsyslog rsyslog;
    private SyslogSink sink;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        assumeTrue(Rsyslog.program().isPresent(), "rsyslog is not installed: apt-get install rsyslog rsyslog-openssl");
        rsyslog = new Rsyslog(folder);
        rsyslog.start();
        sink = sink("localhost", 4_096);
    }

    private SyslogSink sink(String host, int longest) throws GeneralSecurityException {
        return sink(host, rsyslog.port(), longest, Ending.CLOSE_NOTIFY);
    }

    private SyslogSink sink(String host, int port, int longest, Ending ending) throws GeneralSecurityException {
        return new SyslogSink(new SyslogSink.Target(
                host, port, Duration.ofSeconds(5), "contact-center", longest, ending, rsyslog.trust()));
    }

    @AfterEach
    void stop() {
        if (rsyslog != null) {
            rsyslog.close();
        }
    }

    @Test
    void gets_each_record_whole_and_in_order() throws IOException, InterruptedException {
        List<String> lines = records(1, 500);

        assertThat(sink.deliver(asStored(lines))).isEqualTo(new Delivered.All());
        rsyslog.stop();

        assertThat(rsyslog.received())
                .allSatisfy(
                        message -> assertThat(message).startsWith(HEADER).contains(" contact-center - decision - "));
        assertThat(recordsReceived()).isEqualTo(lines);
    }

    @Test
    void loses_nothing_though_it_is_restarted_again_and_again() throws IOException, InterruptedException {
        List<String> delivered = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            List<String> lines = records(round * 100 + 1, 100);
            if (round % 2 == 1) {
                rsyslog.stop();
                assertThatThrownBy(() -> sink.deliver(asStored(lines))).isInstanceOf(IOException.class);
                rsyslog.start();
            }
            sink.deliver(asStored(lines));
            delivered.addAll(lines);
        }
        rsyslog.stop();

        assertThat(new ArrayList<>(new LinkedHashSet<>(recordsReceived()))).isEqualTo(delivered);
    }

    @Test
    void is_not_trusted_under_another_name() {
        assertThatThrownBy(() -> sink("127.0.0.1", 4_096).check()).isInstanceOf(SSLException.class);
    }

    @Test
    void is_spared_a_record_that_is_longer_than_it_takes()
            throws GeneralSecurityException, IOException, InterruptedException {
        String tooLong = "{\"id\":\"" + "x".repeat(5_000) + "\"}";

        Delivered delivered =
                sink("localhost", 4_096).deliver(asStored(List.of("{\"id\":\"1\"}", tooLong, "{\"id\":\"3\"}")));
        rsyslog.stop();

        assertThat(delivered).isInstanceOfSatisfying(Delivered.AllBefore.class, refused -> {
            assertThat(refused.index()).isEqualTo(1);
            assertThat(refused.why()).startsWith("takes 4096 octets in a message, and this one has 50");
        });
        assertThat(recordsReceived()).containsExactly("{\"id\":\"1\"}");
    }

    @Test
    void has_not_read_what_somebody_on_the_way_cuts_off_in_order() throws IOException, GeneralSecurityException {
        try (var gate = new Gate()) {
            gate.leadTo(rsyslog.port());
            gate.is(Gate.State.HALF_CLOSING);
            List<Line> lines = asStored(records(1, 100));

            assertThatThrownBy(() -> sink("localhost", gate.port(), 4_096, Ending.CLOSE_NOTIFY)
                            .deliver(lines))
                    .isInstanceOf(IOException.class);
            gate.is(Gate.State.OPEN);
            assertThat(sink("localhost", gate.port(), 4_096, Ending.CLOSE_NOTIFY)
                            .deliver(lines))
                    .isEqualTo(new Delivered.All());
        }
    }

    @Test
    void has_read_everything_without_saying_so_only_where_that_is_allowed()
            throws IOException, GeneralSecurityException {
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            SSLContext identity = rsyslog.identity();
            serve(server, connection -> readAndCut(identity, connection));
            List<Line> lines = asStored(records(1, 3));

            assertThat(sink("localhost", server.getLocalPort(), 4_096, Ending.ANY)
                            .deliver(lines))
                    .isEqualTo(new Delivered.All());
            assertThatThrownBy(() -> sink("localhost", server.getLocalPort(), 4_096, Ending.CLOSE_NOTIFY)
                            .deliver(lines))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("set 'ending' to any");
        }
    }

    @Test
    @Timeout(30)
    void cannot_keep_the_sink_busy_with_a_packet_that_has_no_end() throws IOException {
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            serve(server, SyslogSinkTest::sendTooMuch);

            assertThatThrownBy(() -> sink("localhost", server.getLocalPort(), 4_096, Ending.CLOSE_NOTIFY)
                            .check())
                    .isInstanceOf(IOException.class);
        }
    }

    private static void serve(ServerSocket server, Consumer<Socket> receiver) {
        Thread.startVirtualThread(() -> {
            while (!server.isClosed()) {
                try {
                    receiver.accept(server.accept());
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** Reads up to the sender's end, and ends the connection below TLS. */
    private static void readAndCut(SSLContext identity, Socket connection) {
        try (connection) {
            var secured = (SSLSocket) identity.getSocketFactory().createSocket(connection, "", 0, false);
            secured.setUseClientMode(false);
            secured.setEnabledProtocols(new String[] {"TLSv1.3"});
            secured.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A record of TLS that says that it is longer than any may be. */
    private static void sendTooMuch(Socket connection) {
        try {
            connection.getOutputStream().write(new byte[] {0x16, 0x03, 0x03, (byte) 0x80, 0x00});
            connection.getOutputStream().write(new byte[20_000]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> recordsReceived() {
        return rsyslog.received().stream()
                .map(message -> message.substring(message.indexOf('{')))
                .toList();
    }

    private static List<String> records(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(
                        number -> "{\"id\":\"" + number + "\",\"name\":\"ä€\",\"filler\":\"" + "x".repeat(500) + "\"}")
                .toList();
    }

    private static List<Line> asStored(List<String> records) {
        return records.stream().map(Line::asStored).toList();
    }
}
