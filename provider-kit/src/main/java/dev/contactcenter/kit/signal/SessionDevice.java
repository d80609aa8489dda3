package dev.contactcenter.kit.signal;

import java.util.List;
import java.util.Optional;

/** The device that a session, or a login in progress, belongs to. */
public final class SessionDevice {

    private SessionDevice() {}

    /** Its id; nothing if the session showed no device. */
    public static Optional<String> of(Notes notes) {
        return notes.read(Gathering.DEVICE_NOTE).map(Report::read).orElse(List.of()).stream()
                .map(Report::device)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
