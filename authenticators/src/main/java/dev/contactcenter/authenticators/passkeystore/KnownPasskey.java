package dev.contactcenter.authenticators.passkeystore;

/**
 * What was kept of a passkey.
 *
 * @param attachment {@code platform}, {@code cross-platform} or empty
 */
public record KnownPasskey(boolean backupEligible, String attachment) {}
