package dev.contactcenter.signals.posture;

import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.kit.signal.Telling;

/** Why a token does not count. */
final class Rejected {

    private Rejected() {}

    /** It is forged, of another, or meant for another. */
    static Telling.Failed malformed(String detail) {
        return new Telling.Failed(Absence.MALFORMED, detail);
    }

    /** It was right once. */
    static Telling.Failed stale(String detail) {
        return new Telling.Failed(Absence.STALE, detail);
    }

    /** Nobody can tell. */
    static Telling.Failed failed(String detail) {
        return new Telling.Failed(Absence.SOURCE_FAILED, detail);
    }
}
