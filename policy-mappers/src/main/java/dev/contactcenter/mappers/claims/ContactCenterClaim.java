package dev.contactcenter.mappers.claims;

import java.util.Map;
import java.util.TreeMap;
import org.keycloak.representations.JsonWebToken;

/** The claim {@code contact_center}, of which several tell members. */
public final class ContactCenterClaim {

    private static final String NAME = "contact_center";

    private ContactCenterClaim() {}

    /** Tells a member; those that others told stay. */
    public static void tell(JsonWebToken token, String member, Object value) {
        Map<String, Object> told = new TreeMap<>();
        if (token.getOtherClaims().get(NAME) instanceof Map<?, ?> before) {
            before.forEach((name, known) -> told.put(String.valueOf(name), known));
        }
        told.put(member, value);
        token.getOtherClaims().put(NAME, told);
    }
}
