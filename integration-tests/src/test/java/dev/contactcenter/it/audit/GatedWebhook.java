package dev.contactcenter.it.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.contactcenter.it.server.Admin;
import dev.contactcenter.listeners.sink.Gate;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A receiver of webhooks behind a gate. */
final class GatedWebhook implements GatedReceiver {

    private final Gate gate = new Gate();
    private final Receiver receiver = new Receiver();

    GatedWebhook() {
        gate.leadTo(URI.create(receiver.url()).getPort());
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "url",
                receiver.url().replaceFirst(":\\d+", ":" + gate.port()),
                "secret",
                Receiver.SECRET,
                "batch",
                "3");
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public void restart() {
        receiver.goDown();
        receiver.comeBack();
    }

    @Override
    public List<JsonNode> lines() {
        return receiver.everyLine().stream().<JsonNode>map(Admin::object).toList();
    }

    @Override
    public void close() {
        gate.close();
        receiver.close();
    }
}
