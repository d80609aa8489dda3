package dev.contactcenter.trail;

/**
 * What there is of a chain.
 *
 * @param realm its name, as the last checkpoint tells it; empty without one
 * @param records how many different ones
 * @param first number of the first record; 0 if there is none
 * @param last number of the last record
 * @param hash of the last record
 * @param signedUpTo number of the last record that a checkpoint vouches for; 0 if none does
 * @param repeated lines that are there once more, as delivery at least once has it
 */
public record ChainReport(
        String chain,
        String realm,
        long records,
        long first,
        long last,
        String hash,
        int checkpoints,
        long signedUpTo,
        long repeated) {}
