package dev.contactcenter.language;

/** What kind of document is read, and how messages call it. */
enum Genre {
    POLICY("policy", "contactCenterPolicy: 1"),
    TESTS("tests file", "contactCenterPolicyTests: 1"),
    REQUEST("request", "user: { roles: [contact-center-agent] }");

    private final String noun;
    private final String beginning;

    Genre(String noun, String beginning) {
        this.noun = noun;
        this.beginning = beginning;
    }

    String noun() {
        return noun;
    }

    /** What one can begin with. */
    String beginning() {
        return beginning;
    }
}
