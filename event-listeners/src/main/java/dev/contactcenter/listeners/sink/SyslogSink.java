package dev.contactcenter.listeners.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;

/**
 * A syslog receiver: RFC 5424 messages over TLS with octet counting (RFC 5425), whose certificate must bear its name.
 *
 * <p>Syslog has no acknowledgement. The end of the connection is made one: after its messages this side ends (RFC 5425 §4.4) and waits
 * for the other to end as well. A receiver that has read everything ends in order; the operating system of one that died before that
 * resets the connection, and the messages are delivered again. So they are if it ends before it can have everything, or without TLS's
 * close_notify, as when somebody between cuts the connection.
 */
public final class SyslogSink implements Sink {

    private static final Logger LOG = Logger.getLogger(SyslogSink.class);

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work ->
            Thread.ofPlatform().daemon().name("contact-center-syslog-clock").unstarted(work));

    private static final int MOST = 500;
    /** Facility 13, log audit (RFC 5424 table 1), severity 5, notice (table 2). */
    private static final int PRIORITY = 13 * 8 + 5;

    /** The wait for the operating system's news that nobody listens any more must leave time for the end. */
    private static final int SHARE_OF_TIMEOUT = 4;

    private static final Duration LEAST_PAUSE = Duration.ofMillis(5);

    private final Target target;

    /**
     * Whom to write to, and how.
     *
     * @param appName of each message, at most 48 printable ASCII characters
     * @param longest octets in a message
     * @param ending what counts as having read everything
     * @param trust whose certificates are good
     */
    public record Target(
            String host, int port, Duration timeout, String appName, int longest, Ending ending, SSLContext trust) {}

    /** How a receiver ends a connection of which it has read everything. */
    public enum Ending {
        /** With TLS's close_notify, which nobody between can forge. */
        CLOSE_NOTIFY,
        /** Somehow. */
        ANY
    }

    public SyslogSink(Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "the syslog receiver " + target.host() + ":" + target.port();
    }

    @Override
    public String remedy() {
        return "See that it listens there with TLS, and that Keycloak's truststore has the issuer of its certificate.";
    }

    @Override
    public void check() throws IOException {
        send(List.of());
    }

    @Override
    public Delivered deliver(List<Line> lines) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        for (Line line : lines) {
            byte[] message = message(line.text());
            if (message.length > target.longest()) {
                send(messages);
                return new Delivered.AllBefore(
                        messages.size(),
                        "takes " + target.longest() + " octets in a message, and this one has " + message.length);
            }
            messages.add(message);
        }
        send(messages);
        return new Delivered.All();
    }

    /** RFC 5424 §6: no structured data, because the record is all that there is to say. */
    private byte[] message(String line) {
        String header = "<" + PRIORITY + ">1 " + Instant.now().truncatedTo(ChronoUnit.MILLIS) + " - " + target.appName()
                + " - decision - ";
        return (header + line).getBytes(UTF_8);
    }

    /** The connection ends when its time is over, whatever the receiver does: one that does not read would hold the thread for ever. */
    private void send(List<byte[]> messages) throws IOException {
        var plain = new Socket();
        ScheduledFuture<?> end =
                CLOCK.schedule(() -> end(plain), target.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            send(plain, messages);
        } catch (IOException failed) {
            throw end.isDone()
                    ? new IOException("it did not take the messages within " + target.timeout(), failed)
                    : failed;
        } finally {
            end.cancel(false);
            plain.close();
        }
    }

    private static void end(Socket plain) {
        try {
            plain.close();
        } catch (IOException e) {
            LOG.debugf(e, "A connection to a syslog receiver ends by itself");
        }
    }

    private void send(Socket plain, List<byte[]> messages) throws IOException {
        plain.connect(
                new InetSocketAddress(target.host(), target.port()),
                Math.toIntExact(target.timeout().toMillis()));
        long asked = System.nanoTime();
        // Not that of connecting, which somebody between may answer for the receiver.
        TlsConnection open = TlsConnection.over(plain, target.host(), target.trust());
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - asked);
        var octets = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            // RFC 6587 §3.4.1 calls it octet counting, RFC 5425 §4.3 demands it.
            octets.writeBytes((message.length + " ").getBytes(US_ASCII));
            octets.writeBytes(message);
        }
        open.write(ByteBuffer.wrap(octets.toByteArray()));
        open.expectNoEndWithin(pause(roundTrip));
        end(open);
    }

    private Duration pause(Duration roundTrip) {
        Duration most = target.timeout().dividedBy(SHARE_OF_TIMEOUT);
        Duration wanted = roundTrip.plus(LEAST_PAUSE);
        return wanted.compareTo(most) < 0 ? wanted : most;
    }

    private void end(TlsConnection open) throws IOException {
        try {
            open.end();
        } catch (EOFException cut) {
            switch (target.ending()) {
                case ANY -> LOG.debugf("%s sends no close_notify, which its settings allow", title());
                case CLOSE_NOTIFY ->
                    throw new IOException(
                            cut.getMessage() + "; for a receiver that never sends it, set 'ending' to any", cut);
            }
        }
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void close() {
        // Each delivery has a connection of its own.
    }
}
