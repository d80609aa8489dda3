package dev.contactcenter.it.server;

import java.net.URI;
import java.nio.file.Path;

/** A way to run Keycloak with the pack's JAR, its records in a file and the realm {@code contact-center} imported. */
interface KeycloakRuntime extends AutoCloseable {

    /** For example {@code http://localhost:8080}, without a slash at the end. */
    URI baseUrl();

    /** Health and metrics, without a slash at the end. */
    URI managementUrl();

    /** The file that decision records are appended to. */
    Path records();

    /** The server's log so far. */
    String log();

    @Override
    void close();
}
