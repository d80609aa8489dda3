package dev.contactcenter.demo;

import dev.contactcenter.demo.server.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the demo until it is stopped. {@code bin/demo} reads the files it leaves in the state folder: {@code demo.pid},
 * {@code keycloak.pid} and, once all is up, {@code ready} with what to open and try.
 */
final class DemoMain {

    private DemoMain() {}

    /** Takes no arguments; ports come from the environment. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        ProjectFolder project = ProjectFolder.find();
        try {
            run(DemoOptions.of(System.getenv(), project));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // What the person who started it did wrong, in a sentence: a stack trace would bury it.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(DemoOptions options) throws IOException, InterruptedException {
        Path state = options.state();
        Files.createDirectories(state);
        Files.deleteIfExists(state.resolve("ready"));
        Files.writeString(
                state.resolve("demo.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        Demo demo = Demo.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo, state)));
        Files.writeString(
                state.resolve("keycloak.pid"), String.valueOf(demo.keycloak().pid()));
        Files.writeString(state.resolve("ready"), whatToTry(demo));
        new CountDownLatch(1).await();
    }

    private static String whatToTry(Demo demo) {
        return apps(demo) + calls(demo) + servers(demo);
    }

    private static String apps(Demo demo) {
        return """

            The demo is up. Open these in a browser on this machine (all passwords are 'demo'):

              Supervisor console   %s
                Sign in as 'supervisor': enrol a passkey, watch the queues, then press "Play recording".
                Only the passkey is asked for. After 5 minutes, playing asks again; watching does not.
              Agent desktop        %s
                Sign in as 'agent' (in a private window) and press "Play recording": the page says why not.
            """.formatted(demo.console(), demo.desktop());
    }

    private static String calls(Demo demo) {
        return """
              Telephony            %s
                Lets a call come in at somebody's phone. While the agent finishes the work after it, exporting the record is gone from
                the token at the next refresh, editing stays; afterwards it comes back. In the console, "Review evidence" then opens
                that one call, once.
              Analyst workbench    %s
                Sign in as 'analyst': one report, from the dataset and with the number of rows that the token permits.
            """.formatted(demo.phones(), demo.workbench());
    }

    private static String servers(Demo demo) {
        return """
              Desk agent           %s
                Sets what your computer reports about itself. In the console (with a passkey of this device, not a synced one),
                press "Export customers": without a report, or when the disk is not encrypted, the page says what to fix.
              Decision records     %s
                Every decision as it happens: who, mode, action, rule, passkey, outcome.

              Keycloak             %s (administrator 'admin', password 'admin')

            Stop it with: bin/demo --stop
            """.formatted(demo.desk(), demo.records(), demo.keycloak().baseUrl());
    }

    private static void stop(Demo demo, Path state) {
        demo.close();
        for (String file : new String[] {"ready", "keycloak.pid", "demo.pid"}) {
            try {
                Files.deleteIfExists(state.resolve(file));
            } catch (IOException e) {
                System.err.println("Cannot be deleted: " + state.resolve(file) + " (" + e.getMessage() + ")");
            }
        }
    }
}
