package dev.contactcenter.endpoints.streams;

import java.net.URI;
import java.util.Optional;

/**
 * How a stream shows that it works (SSF 1.0 §8.1.4).
 *
 * @param streamId of the stream at its transmitter; empty if that is not known
 * @param endpoint nothing if this server never asks
 */
public record Verification(String streamId, Optional<Endpoint> endpoint) {

    /** Where this server asks for a verification event. */
    public record Endpoint(URI url, String streamId, Credentials credentials) {}
}
