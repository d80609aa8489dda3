package dev.contactcenter.engine.decision;

import java.time.Instant;

/**
 * An exception that was used: the rule applied, but not to this request.
 *
 * @param rule its id
 * @param until when the exception ends; {@link Instant#MAX} if it never does
 */
public record Excuse(String rule, String reason, String approvedBy, Instant until) {}
