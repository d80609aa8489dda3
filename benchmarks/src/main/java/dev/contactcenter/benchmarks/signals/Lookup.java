package dev.contactcenter.benchmarks.signals;

/** Finds the zone of a literal address, as whoever is measured does it. */
@FunctionalInterface
interface Lookup {

    /** The name of the zone; empty for none. */
    String zoneOf(String address);
}
