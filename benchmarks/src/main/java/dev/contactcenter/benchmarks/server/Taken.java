package dev.contactcenter.benchmarks.server;

/**
 * What a number of operations took.
 *
 * @param rate operations a second, as the application that waits for them counts
 * @param processor milliseconds of processor time of the whole server for each, its compiler and its garbage collector included
 */
public record Taken(double rate, double processor) {}
