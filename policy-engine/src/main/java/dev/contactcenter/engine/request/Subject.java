package dev.contactcenter.engine.request;

import java.util.Set;

/** Who asks, as far as a rule may know it. Names stay outside: they belong to the record. */
public sealed interface Subject {

    /**
     * A person who signed in.
     *
     * @param id Keycloak's id: says which part of a rollout the person belongs to
     * @param roles every realm role the person has, groups and composites resolved
     * @param groups paths of the person's groups and of all groups above them
     */
    record Person(String id, Set<String> roles, Set<String> groups) implements Subject {
        public Person {
            roles = Texts.copyOf(roles);
            groups = Texts.copyOf(groups);
        }
    }

    /** A client that acts for itself (RFC 6749 §4.4). */
    record Service(String clientId) implements Subject {}
}
