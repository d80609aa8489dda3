package dev.contactcenter.kit.sink;

/**
 * Where the chain of a realm ends.
 *
 * @param chain its id
 * @param seq number of its last record; 0 if it has none
 * @param hash of that record
 * @param signedUpTo number of the last record that the realm signed; 0 if it signed none
 */
public record ChainStanding(String chain, long seq, String hash, long signedUpTo) {}
