package dev.contactcenter.demo.desk;

/** What the agent of a desk finds. */
public enum Posture {
    /** A computer of the company that meets its safety rules. */
    COMPLIANT("compliant", "on"),
    /** The same computer with its disk not encrypted. */
    NONCOMPLIANT("noncompliant", "off");

    private final String compliance;
    private final String encryption;

    Posture(String compliance, String encryption) {
        this.compliance = compliance;
        this.encryption = encryption;
    }

    String compliance() {
        return compliance;
    }

    String encryption() {
        return encryption;
    }
}
