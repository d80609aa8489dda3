package dev.contactcenter.benchmarks.server;

import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.KeycloakDistribution;
import dev.contactcenter.demo.server.KeycloakOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the servers that are compared. */
public final class Candidate implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final KeycloakDistribution server;
    private final SignIns signIns;
    private final Deque<String> refreshTokens = new ArrayDeque<>();

    /** One at which browsers carry nothing. */
    public Candidate(KeycloakOptions options) {
        this(options, Map::of);
    }

    /** One at which browsers carry these headers, made anew for each sign-in. */
    public Candidate(KeycloakOptions options, Supplier<Map<String, String>> carried) {
        this.server = new KeycloakDistribution(options);
        this.signIns = new SignIns(server.realmUrl(DemoRealm.NAME), carried);
    }

    /** The first start: it builds the server and imports the realm, also if an earlier run left one. */
    public void startAnew() {
        server.forgetData();
        server.start();
    }

    /** Its administration. */
    public AdminRest admin() {
        return new AdminRest(server.baseUrl());
    }

    /** Starts the server and gives the seconds until it was ready. */
    double start() {
        long before = System.nanoTime();
        server.start();
        return seconds(before);
    }

    void stop() {
        server.stop();
    }

    /** Mebibytes of heap in use after a full collection. */
    double heap() throws IOException, InterruptedException {
        String pid = Long.toString(javaProcess());
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("The heap in use cannot be read from jcmd GC.heap_info");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    /** Sign-ins per second over this many, one after the other. */
    public double signIns(int count) throws IOException, InterruptedException {
        long before = System.nanoTime();
        for (int i = 0; i < count; i++) {
            // Keycloak refuses somebody whose last sign-in it has not quite done with when the next one comes.
            refreshTokens.add(
                    signIns.signIn(i % 2 == 0 ? "agent" : "supervisor").refresh());
        }
        return count / seconds(before);
    }

    /** Refreshes per second over this many, going round the sessions, one after the other. */
    public double refreshes(int count) throws IOException, InterruptedException {
        long before = System.nanoTime();
        for (int i = 0; i < count; i++) {
            refreshTokens.add(signIns.refresh(refreshTokens.remove()).refresh());
        }
        return count / seconds(before);
    }

    private long javaProcess() {
        ProcessHandle started = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(started), started.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow()
                .pid();
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
