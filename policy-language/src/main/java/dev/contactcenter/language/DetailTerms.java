package dev.contactcenter.language;

import java.util.Set;

/**
 * On what terms an action can be asked for of one thing at a time (RFC 9396).
 *
 * @param fields names of the fields that the request may be narrowed to
 * @param justification whether the person has to say why
 * @param approval whether somebody else has to approve
 * @param use how often the token serves
 */
public record DetailTerms(Set<String> fields, Justification justification, Approval approval, Use use) {

    public DetailTerms {
        fields = Set.copyOf(fields);
    }

    /** Terms on which nobody else has to approve. */
    public DetailTerms(Set<String> fields, Justification justification, Use use) {
        this(fields, justification, new Approval.NotAsked(), use);
    }

    /** How often a token serves. */
    public enum Use {
        /** Until it ends. */
        REPEATED,
        /** The first resource server that introspects it uses it up. */
        ONCE
    }

    /** Whether the interaction must be named: what is justified, or done once, is about one of them. */
    public boolean isAboutOneInteraction() {
        return use == Use.ONCE || justification instanceof Justification.Asked || approval instanceof Approval.Asked;
    }
}
