package dev.contactcenter.kit.caep;

import java.util.Map;
import java.util.Optional;

/** Something that is other than before, as receivers are told it. */
public sealed interface Change {

    /** Who caused it. */
    Initiator by();

    /** Id of the decision that it came with; nothing if there was none. */
    Optional<String> decision();

    /**
     * What a session has proven (CAEP 1.0 §3.4).
     *
     * @param previous acr value of the highest level that was proven before
     * @param current the same now
     */
    record AssuranceLevel(
            SessionOf of, String previous, String current, Direction direction, Initiator by, Optional<String> decision)
            implements Change {}

    /** Where to. */
    enum Direction {
        INCREASE,
        DECREASE
    }

    /**
     * What a device is taken for (CAEP 1.0 §3.5).
     *
     * @param device its id
     */
    record DeviceCompliance(String device, Status previous, Status current, Initiator by) implements Change {
        @Override
        public Optional<String> decision() {
            return Optional.empty();
        }
    }

    /** All that CAEP can say of a device: what is not known to be compliant is not. */
    enum Status {
        COMPLIANT,
        NOT_COMPLIANT
    }

    /**
     * What the tokens of one client in a session carry (CAEP 1.0 §3.2).
     *
     * @param client its client id
     * @param claims those that changed, with the values that they have now
     */
    record TokenClaims(SessionOf of, String client, Map<String, Object> claims, Initiator by, Optional<String> decision)
            implements Change {
        public TokenClaims {
            claims = Map.copyOf(claims);
        }
    }

    /**
     * A session of somebody.
     *
     * @param userId Keycloak's id of the account
     * @param session Keycloak's session id
     */
    record SessionOf(String userId, String session) {}
}
