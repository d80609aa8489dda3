package dev.contactcenter.demo;

import dev.contactcenter.demo.server.DemoRealm;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.web.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a demo runs.
 *
 * @param state folder for everything the demo makes
 * @param pace how fast proofs age
 */
public record DemoOptions(ProjectFolder project, Path state, Ports ports, Pace pace) {

    /** Where each server listens on the loopback interface. */
    public record Ports(
            int keycloak,
            int management,
            int console,
            int desktop,
            int recordings,
            int records,
            int desk,
            int workbench,
            int phones) {

        /** Ports that are free now. */
        public static Ports free() {
            List<Integer> free = LoopbackPorts.free(9);
            return new Ports(
                    free.get(0),
                    free.get(1),
                    free.get(2),
                    free.get(3),
                    free.get(4),
                    free.get(5),
                    free.get(6),
                    free.get(7),
                    free.get(8));
        }
    }

    /**
     * How fast proofs age.
     *
     * @param freshness how long a passkey counts as recent; whole seconds
     * @param refreshBefore how long before its end an app refreshes a token
     */
    public record Pace(Duration freshness, Duration refreshBefore) {

        /** As the sample policy has it. */
        public static final Pace SAMPLE = new Pace(DemoRealm.SAMPLE_FRESHNESS, Duration.ofSeconds(30));
    }

    /** The demo that a person tries: well-known ports, or those of the environment. */
    static DemoOptions of(Map<String, String> environment, ProjectFolder project) {
        Ports ports = new Ports(
                port(environment, "KEYCLOAK_PORT", 8080),
                LoopbackPorts.free(1).get(0),
                port(environment, "CONSOLE_PORT", 8081),
                port(environment, "DESKTOP_PORT", 8082),
                port(environment, "RECORDINGS_PORT", 8083),
                port(environment, "RECORDS_PORT", 8084),
                port(environment, "DESK_PORT", 8085),
                port(environment, "WORKBENCH_PORT", 8086),
                port(environment, "PHONES_PORT", 8087));
        return new DemoOptions(project, project.state("demo"), ports, Pace.SAMPLE);
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String text = environment.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(
                    name + " cannot be used because '" + text + "' is not a port: give a number from 1 to 65535");
        }
        int port = Integer.parseInt(text);
        if (!LoopbackPorts.isFree(port)) {
            throw new IllegalArgumentException("Port " + port + " cannot be used because another program listens there:"
                    + " choose a free one with the environment variable " + name);
        }
        return port;
    }
}
