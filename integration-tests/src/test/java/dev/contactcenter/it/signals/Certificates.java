package dev.contactcenter.it.signals;

import dev.contactcenter.it.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The certificates of the unit tests, against a running server. */
public record Certificates(Path folder) {

    /** Those of the checkout that a server runs from. */
    public static Certificates of(KeycloakServer server) {
        return new Certificates(server.project().root().resolve("signal-sources/src/test/resources/certificates"));
    }

    /** One of them, by the name of its file, as PEM. */
    public String pem(String name) {
        try {
            return Files.readString(folder.resolve(name + ".pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them as a proxy tells it in the header {@code Client-Cert} (RFC 9440). */
    public String header(String name) {
        return ":" + pem(name).replaceAll("-----[A-Z ]+-----|\\s", "") + ":";
    }

    /** A source that pins the issuer of devices and reads the first label of the DNS name. */
    public Map<String, String> settings() {
        return Map.of("issuer", pem("devices-ca"), "pattern", "(.+)\\.devices\\.example\\.test");
    }
}
