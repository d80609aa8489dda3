package dev.contactcenter.demo.story;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A passkey in a browser that no hand needs to touch: Chromium's virtual authenticator, at first a platform one. */
public final class VirtualPasskey {

    private static final String AUTHENTICATOR = "authenticatorId";

    private final CDPSession devTools;
    private final Kind kind;
    private String id;
    private boolean present = true;

    private VirtualPasskey(CDPSession devTools, Kind kind, String id) {
        this.devTools = devTools;
        this.kind = kind;
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
        return new VirtualPasskey(devTools, kind, authenticator(devTools, kind, "internal"));
    }

    private static String authenticator(CDPSession devTools, Kind kind, String transport) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        options.addProperty("defaultBackupEligibility", kind.backupEligible);
        options.addProperty("defaultBackupState", kind.backedUp);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return devTools.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get(AUTHENTICATOR)
                .getAsString();
    }

    /** Puts what it holds into a device beside this one, which the browser reaches from outside. */
    public void moveToAnotherDevice() {
        JsonObject here = new JsonObject();
        here.addProperty(AUTHENTICATOR, id);
        JsonArray passkeys = devTools.send("WebAuthn.getCredentials", here).getAsJsonArray("credentials");
        devTools.send("WebAuthn.removeVirtualAuthenticator", here);
        id = authenticator(devTools, kind, "usb");
        for (JsonElement passkey : passkeys) {
            JsonObject there = new JsonObject();
            there.addProperty(AUTHENTICATOR, id);
            there.add("credential", passkey);
            devTools.send("WebAuthn.addCredential", there);
        }
        personIsPresent(present);
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
    public void personIsPresent(boolean now) {
        present = now;
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", now);
    }

    /** Lets the authenticator recognize the person, or not. */
    public void personIsVerified(boolean verified) {
        set("WebAuthn.setUserVerified", "isUserVerified", verified);
    }

    private void set(String command, String name, boolean value) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty(AUTHENTICATOR, id);
        arguments.addProperty(name, value);
        devTools.send(command, arguments);
    }
}
