package dev.contactcenter.demo.story;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A passkey in a browser that no hand needs to touch: Chromium's virtual authenticator, a platform one. */
public final class VirtualPasskey {

    private final CDPSession devTools;
    private final String id;

    private VirtualPasskey(CDPSession devTools, String id) {
        this.devTools = devTools;
        this.id = id;
    }

    /**
     * Puts an empty authenticator into a page.
     *
     * @param kind the flags of the passkeys that it will make
     */
    public static VirtualPasskey in(Page page, Kind kind) {
        CDPSession devTools = page.context().newCDPSession(page);
        JsonObject enable = new JsonObject();
        enable.addProperty("enableUI", false);
        devTools.send("WebAuthn.enable", enable);
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        options.addProperty("defaultBackupEligibility", kind.backupEligible);
        options.addProperty("defaultBackupState", kind.backedUp);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        JsonObject answer = devTools.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new VirtualPasskey(devTools, answer.get("authenticatorId").getAsString());
    }

    /** Whether a passkey can leave its device (WebAuthn Level 3 §6.1.3). */
    public enum Kind {
        /** Stays on its device. */
        DEVICE_BOUND(false, false),
        /** Copied to the person's other devices. */
        SYNCED(true, true);

        private final boolean backupEligible;
        private final boolean backedUp;

        Kind(boolean backupEligible, boolean backedUp) {
            this.backupEligible = backupEligible;
            this.backedUp = backedUp;
        }
    }

    /** Lets the person be there, or not: without them the passkey answers nothing, autofill included. */
    public void personIsPresent(boolean present) {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", present);
    }

    /** Lets the authenticator recognize the person, or not. */
    public void personIsVerified(boolean verified) {
        set("WebAuthn.setUserVerified", "isUserVerified", verified);
    }

    private void set(String command, String name, boolean value) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.addProperty(name, value);
        devTools.send(command, arguments);
    }
}
