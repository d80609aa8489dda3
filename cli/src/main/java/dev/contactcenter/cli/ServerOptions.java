package dev.contactcenter.cli;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which realm of which server, and as whom; what all commands take that talk to a server. */
final class ServerOptions {

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            defaultValue = "${env:CONTACT_CENTER_SERVER}",
            description = "Keycloak's URL, https unless it is on this computer. Or CONTACT_CENTER_SERVER.")
    private URI server = URI.create("");

    @Option(
            names = "--realm",
            required = true,
            paramLabel = "REALM",
            defaultValue = "${env:CONTACT_CENTER_REALM}",
            description = "The realm. Or CONTACT_CENTER_REALM.")
    private String realm = "";

    @Option(
            names = "--client",
            required = true,
            paramLabel = "ID",
            defaultValue = "${env:CONTACT_CENTER_CLIENT}",
            description =
                    "A client with a service account that has the role which the command needs. Or CONTACT_CENTER_CLIENT.")
    private String client = "";

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "SECRET",
            defaultValue = "${env:CONTACT_CENTER_SECRET}",
            description =
                    "Its secret. Better CONTACT_CENTER_SECRET: others on this computer see the options of a command.")
    private String secret = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Without a slash at the end; refuses one to which a secret would travel in the clear. */
    String realmUrl() {
        return baseUrl() + "/realms/" + Encoding.path(realm);
    }

    /** The same of the realm's administration. */
    String adminUrl() {
        return baseUrl() + "/admin/realms/" + Encoding.path(realm);
    }

    private String baseUrl() {
        String scheme = String.valueOf(server.getScheme());
        String host = String.valueOf(server.getHost());
        boolean isHere = host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9.]+");
        if (!scheme.equals("https") && !(scheme.equals("http") && isHere)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--server is not an https URL: " + server + ". The secret would travel in the clear.");
        }
        return server.toString().replaceFirst("/+$", "");
    }

    String client() {
        return client;
    }

    String secret() {
        return secret;
    }

    /** Asks for a token of the client's own (RFC 6749 §4.4). */
    HttpRequest.Builder login() {
        return HttpRequest.newBuilder(URI.create(realmUrl() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Encoding.form(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client(),
                        "client_secret", secret()))));
    }
}
