package dev.contactcenter.endpoints.transmitter;

import java.time.Duration;

/**
 * How a transmitter is called.
 *
 * @param timeout for the whole of a request
 * @param mostBytes of an answer
 */
public record Call(Duration timeout, int mostBytes) {}
