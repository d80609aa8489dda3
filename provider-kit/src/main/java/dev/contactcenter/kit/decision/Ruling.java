package dev.contactcenter.kit.decision;

import dev.contactcenter.engine.decision.Decision;

/**
 * A decision that was recorded.
 *
 * @param id the decision id: of the record, and the {@code txn} claim of a token issued on it
 * @param acr the highest level that the session had proven; empty if none
 */
public record Ruling(String id, Decision decision, String acr) {}
