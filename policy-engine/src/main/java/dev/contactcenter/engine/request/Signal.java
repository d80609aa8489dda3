package dev.contactcenter.engine.request;

/** Where attributes come from: each signal has one source, one age, and is known or missing as a whole. */
public enum Signal {
    USER("user", false, "Keycloak's user and its realm roles and groups"),
    CLIENT("client", false, "the client of the request"),
    MODE("mode", false, "the mode that the decision settled for"),
    ACTION("action", false, "the policy's own entry for the action asked for"),
    RESOURCE("resource", false, "the application, where it names one resource"),
    SESSION("session", false, "Keycloak's user session"),
    AUTH("auth", false, "the authentication steps of the session"),
    CLOCK("now", false, "Keycloak's clock"),
    DEVICE("device", true, "the posture of the device"),
    NETWORK(
            "network",
            true,
            "the network address as Keycloak's proxy settings give it, looked up in the policy's zones"),
    LOCATION("location", true, "a database of network addresses on the server's own disk"),
    INTERACTION("interaction", true, "the telephony system"),
    RISK("risk", true, "risk engines");

    private final String label;
    private final boolean observed;
    private final String source;

    Signal(String label, boolean observed, String source) {
        this.label = label;
        this.observed = observed;
        this.source = source;
    }

    /** As it begins the path of its attributes. */
    public String label() {
        return label;
    }

    /** Whether it is observed outside of Keycloak, so that it can be late, broken or forged, and a policy can bound its age. */
    public boolean isObserved() {
        return observed;
    }

    /** Its place in an array that holds one thing for each; it means nothing outside of the running program. */
    @SuppressWarnings("EnumOrdinal")
    public int slot() {
        return ordinal();
    }

    /** Whether this version asks its source at all; one without is missing in every request. */
    public boolean isTold() {
        return switch (this) {
            case USER, CLIENT, MODE, ACTION, SESSION, AUTH, CLOCK, DEVICE, NETWORK, LOCATION, INTERACTION, RISK -> true;
            case RESOURCE -> false;
        };
    }

    /** Who tells it, as a phrase for readers. */
    public String source() {
        return source;
    }
}
