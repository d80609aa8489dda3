package dev.contactcenter.engine.decision;

/**
 * How well a person must have proven who they are (RFC 9470 §3).
 *
 * @param acr authentication context class, one of the policy's assurance levels
 * @param maxAge how long ago that level may have been proven at most
 */
public record Demand(String acr, Bound maxAge) {}
