package dev.contactcenter.mappers.told;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;

/**
 * What receivers take the tokens of a client in a session to carry.
 *
 * @param mode empty for none
 * @param withheld actions that the client was given and does not have now
 */
record Carried(String mode, Set<String> withheld) {

    private static final String NOTE = "contact-center.session.told-claims";

    Carried {
        withheld = Set.copyOf(withheld);
    }

    /** Nothing before its first token. */
    static Optional<Carried> of(AuthenticatedClientSessionModel client) {
        return Optional.ofNullable(client.getNote(NOTE)).map(Carried::parse);
    }

    void put(AuthenticatedClientSessionModel client) {
        client.setNote(
                NOTE,
                Stream.concat(Stream.of(mode), new TreeSet<>(withheld).stream()).collect(Collectors.joining(" ")));
    }

    private static Carried parse(String note) {
        String[] words = note.split(" ", -1);
        return new Carried(words[0], Arrays.stream(words).skip(1).collect(Collectors.toSet()));
    }
}
