package dev.contactcenter.endpoints.subjects;

import dev.contactcenter.endpoints.subjects.Concerned.Why;

/** What looking for one name gave. */
sealed interface Found {

    /** Its id. */
    record One(String id) implements Found {}

    /** None. */
    record Nobody(Why why) implements Found {}
}
