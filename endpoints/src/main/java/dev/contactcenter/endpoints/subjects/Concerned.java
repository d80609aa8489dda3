package dev.contactcenter.endpoints.subjects;

/** Whom an event concerns in this realm. */
public sealed interface Concerned {

    /**
     * Somebody or something that is known here; what is not narrowed down is empty.
     *
     * @param userId Keycloak's id of the account
     * @param session Keycloak's session id
     * @param device id of the device, known to a registry or not
     */
    record Known(String userId, String session, String device) implements Concerned {}

    /** Nobody that is known here, or nobody can tell who. */
    record Unknown(Why why) implements Concerned {}

    /** Why it has no effect. */
    enum Why {
        /** The realm has no such account, session or device. */
        UNKNOWN_SUBJECT,
        /** More than one account can be meant, or the names that are given mean different ones. */
        AMBIGUOUS_SUBJECT,
        /** The e-mail address belongs to an account, but nobody verified it there. */
        UNVERIFIED_EMAIL,
        /** A member that must be understood is not (SSF 1.0 §3.5). */
        CRITICAL_MEMBER
    }
}
