package dev.contactcenter.listeners.sink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;

/**
 * A TLS connection to somebody who only listens, of which one can tell how it ended. To a socket of the JDK, a connection that was cut
 * has ended in order (only a property of the whole JVM makes it look closer); here the two differ, because what is ended in order counts
 * as read.
 */
final class TlsConnection {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final SSLEngine engine;
    private final ByteBuffer packet;
    private final ByteBuffer received;
    private final ByteBuffer said;

    /** What became of an attempt to read. */
    private enum Heard {
        SOMETHING,
        CLOSE_NOTIFY
    }

    private TlsConnection(Socket socket, SSLEngine engine) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.engine = engine;
        int largest = engine.getSession().getPacketBufferSize();
        packet = ByteBuffer.allocate(largest);
        received = ByteBuffer.allocate(largest).flip();
        said = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    /**
     * Shakes hands over an open connection.
     *
     * @param name which the other's certificate must bear, as for HTTPS (RFC 5425 §5.2)
     */
    static TlsConnection over(Socket socket, String name, SSLContext trust) throws IOException {
        SSLEngine engine = trust.createSSLEngine(name, socket.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        var connection = new TlsConnection(socket, engine);
        connection.shakeHands();
        return connection;
    }

    private void shakeHands() throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> write(NOTHING);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (hear() == Heard.CLOSE_NOTIFY) {
                        throw new EOFException("it ended the connection before hands were shaken");
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    /** Sends something whole. */
    void write(ByteBuffer clear) throws IOException {
        do {
            packet.clear();
            SSLEngineResult result = engine.wrap(clear, packet);
            out.write(packet.array(), 0, packet.position());
            if (clear.hasRemaining() && result.bytesConsumed() == 0) {
                throw new IOException("it ended the connection while messages were on their way");
            }
        } while (clear.hasRemaining());
    }

    /**
     * Fails if the other side ends the connection within this time. Who ended before everything had arrived has not read it, and what arrives
     * afterwards is refused by its operating system too late to be noticed.
     *
     * @param roundTrip how long a packet takes there, and the news of it back
     */
    void expectNoEndWithin(Duration roundTrip) throws IOException {
        socket.setSoTimeout(Math.max(1, Math.toIntExact(roundTrip.toMillis())));
        try {
            while (hear() == Heard.SOMETHING) {
                // Tickets for a later session, of which there is none.
            }
        } catch (SocketTimeoutException stillThere) {
            return;
        } finally {
            socket.setSoTimeout(0);
        }
        throw new EOFException("it ended the connection while messages were on their way");
    }

    /**
     * Ends this side and waits for the other.
     *
     * @throws EOFException if it ended without TLS's close_notify (RFC 8446 §6.1), which whoever is between can do, too
     * @throws IOException if its operating system resets the connection, as it does when there is something that was not read
     */
    void end() throws IOException {
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
            write(NOTHING);
        }
        while (hear() == Heard.SOMETHING) {
            // A receiver has nothing to say.
        }
        // Who says good-bye and closes before all was read is found out by the reset that follows.
        socket.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
    }

    private Heard hear() throws IOException {
        while (true) {
            said.clear();
            SSLEngineResult result = engine.unwrap(received, said);
            switch (result.getStatus()) {
                case OK -> {
                    if (result.bytesConsumed() == 0 && result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                        throw new IOException("it wants to shake hands again");
                    }
                    return Heard.SOMETHING;
                }
                case CLOSED -> {
                    return Heard.CLOSE_NOTIFY;
                }
                case BUFFER_UNDERFLOW -> readMore();
                case BUFFER_OVERFLOW -> throw new IOException("it sent a packet that is larger than TLS allows");
            }
        }
    }

    private void readMore() throws IOException {
        received.compact();
        try {
            // Until hands are shaken the engine waits for the rest of whatever length it is told; reading nothing would
            // never end.
            if (!received.hasRemaining()) {
                throw new IOException("it sent a packet that is larger than TLS allows");
            }
            int count = in.read(received.array(), received.position(), received.remaining());
            if (count < 0) {
                throw new EOFException("it ended the connection without TLS's close_notify");
            }
            received.position(received.position() + count);
        } finally {
            received.flip();
        }
    }
}
