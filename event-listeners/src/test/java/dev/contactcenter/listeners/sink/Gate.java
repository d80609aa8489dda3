package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a receiver, over TCP on the loopback interface, which can be in a bad state whatever is spoken on it. */
public final class Gate implements AutoCloseable {

    private static final int CHUNK = 4_096;
    private static final long SLOW_MILLIS = 40;

    /** TLS and Kafka have shaken hands by then, and no record has passed whole. */
    private static final int UNTIL_CUT = 2_000;

    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile int receiver;
    private volatile State state = State.OPEN;
    private ServerSocket listening;

    /** What becomes of a connection. */
    public enum State {
        OPEN,
        /** Nobody listens. */
        DOWN,
        SLOW,
        /** It is accepted, and nobody reads. */
        HANGING,
        /** It is accepted and reset. */
        REFUSING,
        /** After its first bytes this side ends it in order, and swallows what still comes. */
        HALF_CLOSING
    }

    /** An open one that leads nowhere yet. */
    public Gate() {
        listening = listen(0);
        port = listening.getLocalPort();
    }

    private ServerSocket listen(int wanted) {
        try {
            var opened = new ServerSocket();
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.startVirtualThread(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("The gate cannot listen", e);
        }
    }

    /** The port to connect to, in every state the same. */
    public int port() {
        return port;
    }

    /** Tells the port of the receiver behind it. */
    public void leadTo(int port) {
        receiver = port;
    }

    /** Changes the state; connections of the state before are reset. */
    public void is(State next) {
        state = next;
        connections.forEach(Gate::reset);
        if (next == State.DOWN) {
            close();
        } else if (listening.isClosed()) {
            listening = listen(port);
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket sender = opened.accept();
                connections.add(sender);
                Thread.startVirtualThread(() -> serve(sender));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket sender) {
        switch (state) {
            case OPEN -> lead(sender, 0);
            case SLOW -> lead(sender, SLOW_MILLIS);
            case HANGING -> {
                // It is reset when the state changes.
            }
            case REFUSING, DOWN -> reset(sender);
            case HALF_CLOSING -> cut(sender);
        }
    }

    private void lead(Socket sender, long pause) {
        try (var there = new Socket(InetAddress.getLoopbackAddress(), receiver)) {
            Thread back = Thread.startVirtualThread(() -> pass(there, sender, 0));
            pass(sender, there, pause);
            back.join();
            sender.close();
        } catch (IOException e) {
            reset(sender);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(sender);
        }
    }

    /** What ends in order here ends in order there, and what breaks, breaks. */
    private static void pass(Socket from, Socket to, long pause) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                hold(pause);
                out.write(chunk, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    private static void passWhileOpen(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // As it was to be.
        }
    }

    private void cut(Socket sender) {
        try (sender;
                var there = new Socket(InetAddress.getLoopbackAddress(), receiver)) {
            Thread.startVirtualThread(() -> passWhileOpen(there, sender));
            InputStream in = sender.getInputStream();
            byte[] chunk = new byte[CHUNK];
            int passed = 0;
            while (passed < UNTIL_CUT) {
                int count = in.read(chunk, 0, Math.min(chunk.length, UNTIL_CUT - passed));
                if (count < 0) {
                    return;
                }
                there.getOutputStream().write(chunk, 0, count);
                passed += count;
            }
            sender.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            reset(sender);
        } finally {
            connections.remove(sender);
        }
    }

    /** Being slow is the state itself, and not waiting for something. */
    private static void hold(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // The other direction has closed it already.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            connections.forEach(Gate::reset);
        } catch (IOException e) {
            throw new UncheckedIOException("The gate cannot be closed", e);
        }
    }
}
