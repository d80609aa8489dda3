package dev.contactcenter.authenticators.handover;

import dev.contactcenter.kit.device.DeviceClasses;
import dev.contactcenter.kit.signal.Notes;
import dev.contactcenter.kit.signal.SessionDevice;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A sign-in on a device that one person uses after another: whoever signs in has it from then on. */
public final class TapIn {

    /** The note, of a login and of the session it leads to, that names the device that is taken over. */
    private static final String NOTE = "contact-center.session.desk";

    private TapIn() {}

    /**
     * Remembers that a login, once it succeeds, takes over its device. Only the device counts that this login or its session has
     * shown, so that nobody takes over what they only name.
     *
     * @param taken classes of devices that are taken over
     * @param actual what the class of the device may be
     */
    public static void mark(
            AuthenticationSessionModel login,
            Optional<UserSessionModel> continued,
            DeviceClasses taken,
            DeviceClasses actual) {
        if (taken.meets(actual)) {
            SessionDevice.of(new Notes.OfLogin(login, continued))
                    .ifPresent(device -> login.setUserSessionNote(NOTE, device));
        }
    }

    /** The device that a session took over; nothing if it took over none. */
    static Optional<String> of(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(NOTE));
    }
}
