package dev.contactcenter.it.server;

import dev.contactcenter.demo.server.KeycloakOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one Keycloak of all tests in this JVM: with the pack's JAR, an administrator, and the realm {@code contact-center}
 * imported at its start as the production file has it. Tests that change anything make a {@link RealmFixture}.
 */
public final class KeycloakServer implements AutoCloseable {

    /** So that a test waits a tenth of a second for a record, not a whole one. */
    static final List<String> RECORDER_OPTIONS = List.of(
            "--spi-contact-center-recorder--outbox--drain-interval-millis=100",
            "--spi-contact-center-recorder--outbox--checkpoint-interval-millis=1000");

    private static final String CHOICE = "keycloak.runtime";

    private final ProjectFolder project;
    private final KeycloakRuntime runtime;
    private final Admin admin;
    private final Records records;

    private KeycloakServer(ProjectFolder project, KeycloakRuntime runtime) {
        this(project, runtime, new Records(runtime.records()));
    }

    private KeycloakServer(ProjectFolder project, KeycloakRuntime runtime, Records records) {
        this.project = project;
        this.runtime = runtime;
        this.admin = new Admin(runtime.baseUrl());
        this.records = records;
    }

    /** Starts the runtime that {@code -Dkeycloak.runtime} names, else the distribution. */
    static KeycloakServer start() {
        ProjectFolder project = ProjectFolder.find();
        Path target = project.root().resolve("integration-tests/target").toAbsolutePath();
        String chosen = System.getProperty(CHOICE, "").toLowerCase(Locale.ROOT);
        KeycloakRuntime runtime = switch (chosen) {
            case "container" -> container(project, target);
            case "distribution" -> distribution(project, target, "as chosen");
            case "" -> distribution(project, target, "which is to be had everywhere");
            default ->
                throw new IllegalArgumentException(
                        CHOICE + " cannot be '" + chosen + "': it is 'distribution' or 'container'");
        };
        return new KeycloakServer(project, runtime);
    }

    /**
     * One of a test's own, which is started with other options than the common one.
     *
     * @param folder where it lives; kept, so that it is augmented once for the same build arguments
     */
    public static KeycloakServer own(String folder, KeycloakOptions.Launch launch) {
        ProjectFolder project = ProjectFolder.find();
        Path place = project.root().resolve("integration-tests/target").resolve(folder);
        return new KeycloakServer(project, DistributionRuntime.start(project, place.toAbsolutePath(), launch));
    }

    /** One of several with a common database, any of which may be the one that delivers a record. */
    static KeycloakServer of(ProjectFolder project, KeycloakRuntime runtime, Records ofAll) {
        return new KeycloakServer(project, runtime, ofAll);
    }

    private static KeycloakRuntime container(ProjectFolder project, Path target) {
        String obstacle = ContainerRuntime.obstacle();
        if (!obstacle.isEmpty()) {
            throw new IllegalStateException("The container runtime cannot be used because " + obstacle);
        }
        System.out.println("Keycloak runtime: container");
        return ContainerRuntime.start(project, target.resolve("keycloak-container"));
    }

    private static KeycloakRuntime distribution(ProjectFolder project, Path target, String why) {
        System.out.println("Keycloak runtime: distribution, " + why);
        return DistributionRuntime.start(project, target.resolve("keycloak"));
    }

    /** For example {@code http://localhost:8080}, without a slash at the end. */
    public URI baseUrl() {
        return runtime.baseUrl();
    }

    /** The issuer of a realm's tokens. */
    public URI realmUrl(String realm) {
        return URI.create(baseUrl() + "/realms/" + realm);
    }

    /** Health and metrics, without a slash at the end. */
    public URI managementUrl() {
        return runtime.managementUrl();
    }

    /** The administration of every realm. */
    public Admin admin() {
        return admin;
    }

    /** The decision records of every realm. */
    public Records records() {
        return records;
    }

    /** The server's log so far. */
    public String log() {
        return runtime.log();
    }

    /** The checkout. */
    public ProjectFolder project() {
        return project;
    }

    /** What a distribution is made of, for tests that need one of their own; empty if this one runs in a container. */
    public Optional<KeycloakOptions> distribution() {
        return runtime instanceof DistributionRuntime distribution
                ? Optional.of(distribution.options())
                : Optional.empty();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
