package dev.contactcenter.endpoints.transmitter;

import dev.contactcenter.endpoints.streams.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that this server has of transmitters, as long as they count. */
public final class AccessTokens {

    /** So long before its end a token is no longer used: the request still has to get there. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Map<Credentials, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant expires) {}

    Optional<String> get(Credentials credentials, Instant now) {
        return Optional.ofNullable(tokens.get(credentials))
                .filter(token -> now.isBefore(token.expires().minus(MARGIN)))
                .map(Token::text);
    }

    void put(Credentials credentials, String text, Instant expires) {
        tokens.put(credentials, new Token(text, expires));
    }

    void forget(Credentials credentials) {
        tokens.remove(credentials);
    }
}
