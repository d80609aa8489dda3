package dev.contactcenter.listeners.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The members of a record that tell who somebody is or where; there are no others. */
public enum PersonalMember {
    /** The name that somebody signs in with. */
    USERNAME(
            "username",
            List.of(
                    "/actor/username",
                    "/about/to_username",
                    "/about/approved_by",
                    "/about/approved_for",
                    "/about/ordered_by")),
    /** Keycloak's id of an account. */
    USER_ID("user-id", List.of("/actor/user_id", "/about/to_user_id", "/about/user_id")),
    /** The network address. */
    ADDRESS("address", List.of("/actor/address"));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> places;

    PersonalMember(String word, List<String> places) {
        this.word = word;
        this.places = places;
    }

    /** As the server option has it. */
    public String word() {
        return word;
    }

    /** JSON pointers (RFC 6901) into the stored record. */
    List<String> places() {
        return places;
    }

    static Optional<PersonalMember> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
