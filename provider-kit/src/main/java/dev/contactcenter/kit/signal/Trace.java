package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Signal;
import java.time.Instant;
import java.util.Optional;

/**
 * What one source contributed to a decision, for the record.
 *
 * @param source the name of its component
 * @param outcome {@code told}, {@code remembered} if the session remembers it from an earlier request, or the reason of absence in kebab case
 * @param observedAt when what it told was observed; nothing if it told nothing
 * @param detail what was wrong, for the administrator; empty if nothing was
 */
public record Trace(Signal signal, String source, String outcome, Optional<Instant> observedAt, String detail) {}
