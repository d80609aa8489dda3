package dev.contactcenter.engine.matcher;

/** A policy would cost more memory and time than a policy may: its rules, modes and actions multiply. */
public final class PolicyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;

    PolicyTooLargeException(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** The id of the rule that is too large; empty if it is the policy as a whole. */
    public String rule() {
        return rule;
    }
}
