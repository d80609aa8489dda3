package dev.contactcenter.endpoints.subjects;

/** What a simple subject of an event can be. */
public enum Role {
    USER,
    SESSION,
    DEVICE,
    /** Of an event about sessions: one session, or all of a person. */
    SESSION_OR_USER
}
