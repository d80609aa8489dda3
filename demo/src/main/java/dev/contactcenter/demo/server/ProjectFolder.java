package dev.contactcenter.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the built pieces lie in a checkout of the project.
 *
 * @param root the folder with {@code realm-exports} in it
 */
public record ProjectFolder(Path root) {

    /** The checkout that holds the working folder. */
    public static ProjectFolder find() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("realm-exports")) && Files.isDirectory(folder.resolve("demo"))) {
                return new ProjectFolder(folder);
            }
        }
        throw new IllegalStateException("The project cannot be found from " + start + ": start inside its folder");
    }

    /** The unpacked Keycloak. */
    public Path keycloak() {
        return only(root.resolve("demo/target/keycloak-dist"), "keycloak-*");
    }

    /** The one JAR for {@code providers/}. */
    public Path providerJar() {
        return only(root.resolve("distribution/target"), "contact-center-zero-trust-*[0-9].jar");
    }

    /** The realm as it is imported in production: without users and secrets. */
    public Path realmFile() {
        return root.resolve("realm-exports/contact-center-realm.json");
    }

    /** The demo's users. */
    public Path usersFile() {
        return root.resolve("realm-exports/contact-center-users-0.json");
    }

    /** A folder for what is made while running; removed by {@code mvn clean}. */
    public Path state(String name) {
        return root.resolve("target").resolve(name);
    }

    private static Path only(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                files.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot be read: " + folder, e);
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException(
                    folder + " holds " + found.size() + " of '" + glob + "' where one is needed: build the project"
                            + " with 'mvn package -DskipTests -pl distribution,demo -am'");
        }
        return found.get(0);
    }
}
