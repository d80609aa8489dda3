package dev.contactcenter.benchmarks.server;

import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the servers that are compared. */
public final class Candidate implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /**
     * So many requests are under way at a time: what is asked is how much a server gets done, not how long it takes for one. One after
     * the other, the rate would be that of the disk's write of each commit, and the processors would idle meanwhile.
     */
    private static final int AT_A_TIME = 8;

    /**
     * The heap that Keycloak's start script takes of 2 GiB, the limit that its operator sets. Short of memory, a server marks its heap
     * all the time, and the rate tells how close it is to that.
     */
    private static final String HEAP = "-Xms1024m -Xmx1434m";

    /**
     * Most of a sign-in is Keycloak's password hash, and by chance Java's compiler makes it twice as slow in one start of a server
     * as in the next. Told what to inline, it makes the same of it in all of them.
     */
    private static final String SAME_HASH = "-XX:CompileCommand=quiet"
            + " -XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*";

    private static final Map<String, String> SAME = Map.of("JAVA_OPTS_KC_HEAP", HEAP, "JAVA_OPTS_APPEND", SAME_HASH);

    private final KeycloakDistribution server;
    private final SignIns signIns;
    private final Deque<String> refreshTokens = new ConcurrentLinkedDeque<>();

    /** One at which browsers carry nothing. */
    public Candidate(KeycloakOptions options) {
        this(options, Map::of);
    }

    /** One at which browsers carry these headers, made anew for each sign-in. */
    public Candidate(KeycloakOptions options, Supplier<Map<String, String>> carried) {
        this.server = new KeycloakDistribution(options.withEnvironment(SAME));
        this.signIns = new SignIns(server.realmUrl(DemoRealm.NAME), carried);
    }

    /** The first start: it builds the server and imports the realm, also if an earlier run left one. */
    public void startAnew() {
        server.forgetData();
        server.start();
    }

    /** The realm's URL there. */
    public URI realm() {
        return server.realmUrl(DemoRealm.NAME);
    }

    /** Its administration. */
    public AdminRest admin() {
        return new AdminRest(server.baseUrl());
    }

    /** Starts the server and gives the seconds until it was ready. */
    double start() {
        // What the sessions of an earlier start were told of their devices may be too old by now.
        refreshTokens.clear();
        long before = System.nanoTime();
        server.start();
        return seconds(before);
    }

    void stop() {
        server.stop();
    }

    /** Mebibytes of heap in use after a full collection. */
    public double heap() throws IOException, InterruptedException {
        String pid = Long.toString(javaProcess().pid());
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("The heap in use cannot be read from jcmd GC.heap_info");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    /** So many sign-ins. */
    public Taken signIns(int count) throws IOException, InterruptedException {
        return measured(count, () -> signIns.signIn().refresh());
    }

    /** So many refreshes, going round the sessions. */
    public Taken refreshes(int count) throws IOException, InterruptedException {
        return measured(count, () -> signIns.refresh(refreshTokens.remove()).refresh());
    }

    private Taken measured(int count, Grant grant) throws IOException, InterruptedException {
        return repeated(count, () -> refreshTokens.add(grant.refreshToken()));
    }

    /** So many of any request. */
    public Taken repeated(int count, Request request) throws IOException, InterruptedException {
        Duration worked = processorTime();
        long before = System.nanoTime();
        send(count, request);
        double rate = count / seconds(before);
        return new Taken(rate, processorTime().minus(worked).toNanos() / 1e6 / count);
    }

    private static void send(int count, Request request) throws InterruptedException {
        try (var clients = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(clients.submit(() -> {
                    request.send();
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A request of the load failed", failed);
        }
    }

    /** Something that a server does, and that ends the run if it does it not. */
    @FunctionalInterface
    public interface Request {
        /** Sends it and waits for the answer. */
        void send() throws IOException, InterruptedException;
    }

    /** What gives a refresh token. */
    private interface Grant {
        String refreshToken() throws IOException, InterruptedException;
    }

    private Duration processorTime() {
        return javaProcess()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell a process's processor time"));
    }

    private ProcessHandle javaProcess() {
        ProcessHandle started = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private static String jcmd(String pid, String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(tool, pid, command))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public void close() {
        server.close();
    }
}
