package dev.contactcenter.endpoints.streams;

import java.net.URI;
import java.time.Duration;

/** How the events of a stream come. */
public sealed interface Delivery {

    /**
     * The transmitter sends each (RFC 8935).
     *
     * @param authorization what it must send as the header {@code Authorization}, or the name of that in Keycloak's vault
     */
    record Push(String authorization) implements Delivery {}

    /**
     * This server fetches them (RFC 8936).
     *
     * @param endpoint the stream's {@code endpoint_url}
     * @param interval between two polls that brought nothing
     * @param patience how long the transmitter may wait for events before it answers; zero has it answer at once
     */
    record Poll(URI endpoint, Credentials credentials, Duration interval, Duration patience) implements Delivery {}

    /** As it is stored and told. */
    default String word() {
        return switch (this) {
            case Push ignored -> "push";
            case Poll ignored -> "poll";
        };
    }
}
