package dev.contactcenter.kit.details;

import dev.contactcenter.kit.policy.PolicyInForce;
import dev.contactcenter.kit.session.RequestedAccess;
import dev.contactcenter.language.Approval;
import dev.contactcenter.language.Justification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/**
 * Whether details may be asked for at all: by this client, with this scope, under this policy (RFC 9396 §5). Whether the person or
 * service is granted them is decided like everything else.
 */
public sealed interface DetailCheck {

    /**
     * They may be asked for.
     *
     * @param details on the policy's terms
     * @param justification what has to be typed first
     * @param approval whether somebody else has to approve then
     */
    record Accepted(List<ActionDetail> details, Justification justification, Approval approval) implements DetailCheck {

        /** Nothing is asked for. */
        public static final Accepted NOTHING = new Accepted(List.of(), new Justification.NotAsked());

        public Accepted {
            details = List.copyOf(details);
        }

        /** They may be asked for, and nobody else has to approve. */
        public Accepted(List<ActionDetail> details, Justification justification) {
            this(details, justification, new Approval.NotAsked());
        }
    }

    /**
     * They may not.
     *
     * @param why for whoever writes the client; repeats nothing of what was sent
     */
    record Refused(String why) implements DetailCheck {}

    /** Who asks. */
    enum Party {
        /** Somebody who has a mode. */
        PERSON,
        /** A client for itself. */
        SERVICE
    }

    /**
     * Checks what is asked for beside a scope.
     *
     * @param scope names; what is a default of the client is added
     */
    static DetailCheck of(
            List<ActionDetail> details, Party party, ClientModel client, Set<String> scope, PolicyInForce policy) {
        return switch (policy) {
            case PolicyInForce.Active active -> {
                List<String> granted = Stream.concat(scope.stream(), client.getClientScopes(true).keySet().stream())
                        .toList();
                yield new DetailRules(party, client, scope, RequestedAccess.ofNames(granted, active), active)
                        .check(details);
            }
            case PolicyInForce.Unusable ignored -> new Refused("no policy says what may be asked for");
            case PolicyInForce.NotGoverned ignored -> new Refused("this realm does not know the type");
        };
    }
}
