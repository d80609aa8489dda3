package dev.contactcenter.it.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.listeners.sink.Gate;
import dev.contactcenter.listeners.sink.Rsyslog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** A real rsyslog behind a gate. */
final class GatedSyslog implements GatedReceiver {

    private final Gate gate = new Gate();
    private final Rsyslog rsyslog;

    GatedSyslog(Path folder) {
        try {
            rsyslog = new Rsyslog(folder);
            gate.leadTo(rsyslog.port());
            rsyslog.start();
        } catch (IOException e) {
            throw new UncheckedIOException("rsyslog cannot be started in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("rsyslog has no certificate", e);
        } catch (InterruptedException e) {
            throw unattended(e);
        }
    }

    private static IllegalStateException unattended(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Nobody waited for rsyslog", e);
    }

    /** What a server must trust. */
    Path certificate() {
        return rsyslog.certificate();
    }

    @Override
    public String kind() {
        return "syslog";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "localhost", "port", String.valueOf(gate.port()));
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public void restart() {
        try {
            rsyslog.stop();
            rsyslog.start();
        } catch (IOException e) {
            throw new UncheckedIOException("rsyslog cannot be started again", e);
        } catch (InterruptedException e) {
            throw unattended(e);
        }
    }

    @Override
    public List<JsonNode> lines() {
        return messages().stream()
                .map(message -> message.substring(message.indexOf('{')))
                .<JsonNode>map(Admin::object)
                .toList();
    }

    /** Each message whole, as it came. */
    List<String> messages() {
        return rsyslog.received();
    }

    @Override
    public void close() {
        gate.close();
        rsyslog.close();
    }
}
