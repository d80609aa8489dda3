package dev.contactcenter.it.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.it.attack.Clients;
import dev.contactcenter.it.server.RealmFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as it is shipped, in a process of its own, which is told of server and client by its environment. */
public final class CommandLine {

    private final RealmFixture realm;
    private final String client;

    /** How a run ended, and all that it printed. */
    public record Ran(int exitCode, String said) {}

    /** @param client a confidential client of the tests */
    public CommandLine(RealmFixture realm, String client) {
        this.realm = realm;
        this.client = client;
    }

    /** Runs it to its end. */
    public Ran run(String... arguments) throws IOException, InterruptedException {
        Path jar = realm.server().project().root().resolve("cli/target/contact-center-cli-0.1.0-all.jar");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "CONTACT_CENTER_SERVER",
                        realm.server().baseUrl().toString(),
                        "CONTACT_CENTER_REALM",
                        realm.name(),
                        "CONTACT_CENTER_CLIENT",
                        client,
                        "CONTACT_CENTER_SECRET",
                        Clients.SECRET));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        return new Ran(process.exitValue(), said);
    }
}
