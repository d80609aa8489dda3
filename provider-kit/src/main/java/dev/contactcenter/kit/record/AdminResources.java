package dev.contactcenter.kit.record;

/** What Keycloak's admin events call the things of the pack's own administration, beside those that Keycloak knows. */
public final class AdminResources {

    /** A device that an administrator tells of or removes. */
    public static final String DEVICE = "CONTACT_CENTER_DEVICE";

    /** An order to revoke, and, deleted, a device that is let in again. */
    public static final String REVOCATION = "CONTACT_CENTER_REVOCATION";

    private AdminResources() {}
}
