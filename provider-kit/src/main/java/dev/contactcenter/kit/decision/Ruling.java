package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Decision;

/**
 * A decision that was recorded.
 *
 * @param id the decision id: of the record, and the {@code txn} claim of a token issued on it
 */
public record Ruling(String id, Decision decision) {}
