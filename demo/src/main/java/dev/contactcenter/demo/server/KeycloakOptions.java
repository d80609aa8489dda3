package dev.contactcenter.demo.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link KeycloakDistribution} is made of.
 *
 * @param distribution the unpacked Keycloak, which is linked to and never changed
 * @param workFolder where this server lives; kept between starts, so that it is augmented once
 */
public record KeycloakOptions(Path distribution, Path workFolder, Ports ports, Contents contents, Launch launch) {

    /**
     * Where the server listens, on the loopback interface only.
     *
     * @param http for browsers and apps
     * @param management for health and metrics
     */
    public record Ports(int http, int management) {}

    /**
     * What is put into the server's folders.
     *
     * @param providers JAR files
     * @param imports realm and users files; imported at the first start only, as Keycloak skips a realm that it has
     */
    public record Contents(List<Path> providers, List<Path> imports) {
        public Contents {
            providers = List.copyOf(providers);
            imports = List.copyOf(imports);
        }
    }

    /** Arguments and environment on top of those that {@link KeycloakDistribution} sets. */
    public record Launch(List<String> buildArguments, List<String> startArguments, Map<String, String> environment) {
        /** As Keycloak starts by itself. */
        public static final Launch PLAIN = new Launch(List.of(), List.of(), Map.of());

        public Launch {
            buildArguments = List.copyOf(buildArguments);
            startArguments = List.copyOf(startArguments);
            environment = Map.copyOf(environment);
        }
    }

    /** A plain Keycloak: no provider, no realm but its own. */
    public static KeycloakOptions plain(Path distribution, Path workFolder, Ports ports) {
        return new KeycloakOptions(distribution, workFolder, ports, new Contents(List.of(), List.of()), Launch.PLAIN);
    }

    /** The same with these JARs in {@code providers/}. */
    public KeycloakOptions withProviders(List<Path> providers) {
        return new KeycloakOptions(distribution, workFolder, ports, new Contents(providers, contents.imports), launch);
    }

    /** The same with these files in {@code data/import/}. */
    public KeycloakOptions withImports(List<Path> imports) {
        return new KeycloakOptions(distribution, workFolder, ports, new Contents(contents.providers, imports), launch);
    }

    /** The same with this start. */
    public KeycloakOptions withLaunch(Launch changed) {
        return new KeycloakOptions(distribution, workFolder, ports, contents, changed);
    }

    /** The same with these options of {@code kc.sh start} on top, for example {@code --log-level=debug}. */
    public KeycloakOptions withStartArguments(List<String> more) {
        List<String> arguments = new ArrayList<>(launch.startArguments);
        arguments.addAll(more);
        return withLaunch(new Launch(launch.buildArguments, arguments, launch.environment));
    }

    /** The same with these variables of its environment on top. */
    public KeycloakOptions withEnvironment(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(launch.environment);
        environment.putAll(variables);
        return withLaunch(new Launch(launch.buildArguments, launch.startArguments, environment));
    }
}
