package dev.contactcenter.kit.session;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** What a session may no longer do, until the person signs in anew: a session begins without one. */
public enum Restriction {
    /** Nothing is taken from it. */
    NONE("none"),
    /** Privileged actions. */
    PRIVILEGED("privileged"),
    /** Everything that the policy speaks of. */
    ALL("all");

    private static final String NOTE = "contact-center.session.restriction";

    private final String word;

    Restriction(String word) {
        this.word = word;
    }

    /** As it stands in conditions and in the session. */
    public String word() {
        return word;
    }

    /** That of a session. What cannot be read was meant as a restriction. */
    public static Restriction of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE))
                .map(note -> Arrays.stream(values())
                        .filter(one -> one.word.equals(note))
                        .findFirst()
                        .orElse(ALL))
                .orElse(NONE);
    }

    /** Restricts a session; it is never loosened. */
    public void put(UserSessionModel session) {
        if (compareTo(of(session)) > 0) {
            session.setNote(NOTE, word);
        }
    }
}
