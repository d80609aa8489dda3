package dev.contactcenter.trail;

import java.util.List;

/**
 * What came of checking a trail.
 *
 * @param findings in the order in which they were found, a thousand at most
 * @param found how many there are
 * @param lines how many lines were read
 * @param tests lines that a test of a sink left behind
 */
public record TrailReport(List<ChainReport> chains, List<Finding> findings, long found, long lines, long tests) {

    public TrailReport {
        chains = List.copyOf(chains);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isSound() {
        return found == 0;
    }
}
