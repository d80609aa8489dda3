package dev.contactcenter.listeners.chain;

import dev.contactcenter.trail.ChainHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** What one transaction seals. */
final class Sealing {

    private final KeycloakSession session;
    private final Chains chains;
    private final Instant now;
    private final Map<String, List<String>> sinks;
    private final ServerShare share;
    private final Map<String, Grown> grown = new LinkedHashMap<>();
    private final List<String> forServer = new ArrayList<>();

    private static final class Grown {
        private final long first;
        private final List<String> lines = new ArrayList<>();
        private ChainHead head;

        Grown(ChainHead head) {
            this.head = head;
            this.first = head.seq() + 1;
        }
    }

    Sealing(KeycloakSession session, Chains chains, Instant now, Map<String, List<String>> sinks, ServerShare share) {
        this.session = session;
        this.chains = chains;
        this.now = now;
        this.sinks = sinks;
        this.share = share;
    }

    private Grown of(String realmId) {
        return grown.computeIfAbsent(realmId, id -> new Grown(chains.head(id)));
    }

    void take(String realmId, String record) {
        Grown chain = of(realmId);
        ChainHead.Chained chained = chain.head.follow(record);
        chain.head = chained.head();
        add(realmId, chain, chained.line());
    }

    void sign(String realmId) {
        Grown chain = of(realmId);
        CheckpointSigning.sign(session, realmId, chain.head, now).ifPresent(line -> add(realmId, chain, line));
        // Of a realm that is no more, too: nobody can sign for it.
        chains.save(realmId, chain.head, now);
        chains.signed(realmId, chain.head.seq(), now);
    }

    private void add(String realmId, Grown chain, String line) {
        boolean hasSinks = sinks.containsKey(realmId);
        if (hasSinks) {
            chain.lines.add(line);
        }
        if (share.has(hasSinks)) {
            forServer.add(line);
        }
    }

    void store() {
        var batches = new Batches(session);
        grown.forEach((realmId, chain) -> {
            chains.save(realmId, chain.head, now);
            if (chain.head.seq() >= chain.first) {
                chains.goOn(realmId, chain.first, now);
            }
            List<String> toOffer = chain.lines.isEmpty() ? List.of() : sinks.getOrDefault(realmId, List.of());
            toOffer.forEach(sink -> batches.add(sink, realmId, chain.first, chain.lines));
        });
        if (!forServer.isEmpty()) {
            batches.add(Batches.SERVER, Batches.SERVER, 0, forServer);
        }
    }
}
