package dev.contactcenter.demo.recordings;

/** What the server of recordings is at Keycloak, which it asks about tokens. */
public final class RecordingsClient {

    /** Its client id. */
    public static final String ID = "recordings-api";

    /** Its secret, in the demo; a resource server of yours proves itself with a key. */
    public static final String SECRET = "demo-recordings";

    private RecordingsClient() {}
}
