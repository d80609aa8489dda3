package dev.contactcenter.engine.request;

import java.util.Set;

/** Who asks, as far as a rule may know it. Names and identifiers stay outside: they belong to the record. */
public sealed interface Subject {

    /**
     * A person who signed in.
     *
     * @param roles every realm role the person has, groups and composites resolved
     */
    record Person(Set<String> roles) implements Subject {
        public Person {
            roles = Set.copyOf(roles);
        }
    }

    /** A client that acts for itself (RFC 6749 §4.4). */
    record Service(String clientId) implements Subject {}
}
