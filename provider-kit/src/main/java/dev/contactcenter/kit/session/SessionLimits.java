package dev.contactcenter.kit.session;

import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.engine.decision.Obligations;
import dev.contactcenter.engine.decision.Reason;
import dev.contactcenter.kit.signal.Notes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a session may go on by the rules of the policy: the strictest that any permit about it was bound to. Limits are only ever
 * tightened, so that nobody loosens them by moving on, and the person can be told one moment (ADR 0023).
 *
 * @param end the moment at which it ends at the latest, in whole seconds; {@link Instant#MAX} for none
 * @param idle how long it may rest
 */
public record SessionLimits(Instant end, Bound idle) {

    /** Without a limit. */
    public static final SessionLimits NONE = new SessionLimits(Instant.MAX, Bound.none());

    private static final String NOTE = "contact-center.session.limits";
    private static final Pattern FORM = Pattern.compile("end=(\\d{1,12}|none) idle=(\\d{1,9}|none)");
    private static final String NOTHING = "none";

    /** Those that a session remembers. What cannot be read was meant as a limit: such a session has ended. */
    public static SessionLimits of(Notes notes) {
        return notes.read(NOTE).map(SessionLimits::parse).orElse(NONE);
    }

    private static SessionLimits parse(String note) {
        Matcher form = FORM.matcher(note);
        if (!form.matches()) {
            return new SessionLimits(Instant.EPOCH, Bound.none());
        }
        Instant end =
                form.group(1).equals(NOTHING) ? Instant.MAX : Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        Bound idle = form.group(2).equals(NOTHING)
                ? Bound.none()
                : Bound.atMost(Duration.ofSeconds(Long.parseLong(form.group(2))));
        return new SessionLimits(end, idle);
    }

    /** The stricter of these and of what a permit is bound to, of a session that began at this moment. */
    public SessionLimits and(Obligations permit, Instant started) {
        Instant last = permit.sessionMax() instanceof Bound.AtMost(Duration max)
                ? Instant.ofEpochSecond(started.plus(max).getEpochSecond())
                : Instant.MAX;
        return and(new SessionLimits(last, permit.sessionIdle()));
    }

    /** The stricter of the two in each respect. */
    public SessionLimits and(SessionLimits other) {
        return new SessionLimits(other.end.isBefore(end) ? other.end : end, idle.tighter(other.idle));
    }

    /** Lets the session remember them. It is written only if it remembers others: nothing is added to an ordinary refresh. */
    public void put(Notes notes) {
        if (!equals(of(notes))) {
            String at = end.equals(Instant.MAX) ? NOTHING : Long.toString(end.getEpochSecond());
            notes.write(NOTE, "end=" + at + " idle=" + idleSeconds());
        }
    }

    private String idleSeconds() {
        return idle instanceof Bound.AtMost(Duration most) ? Long.toString(most.toSeconds()) : NOTHING;
    }

    /** The moment at which it ends if nothing happens in it after this one; {@link Instant#MAX} for never. */
    public Instant until(Instant active) {
        Instant rested = idle instanceof Bound.AtMost(Duration most) ? active.plus(most) : Instant.MAX;
        return rested.isBefore(end) ? rested : end;
    }

    /**
     * Where a session stands.
     *
     * @param active when something happened in it last; asked for only if there is a limit to how long it may rest
     */
    public SessionStanding standing(Instant started, Supplier<Instant> active, Instant now) {
        if (!now.isBefore(end)) {
            return new SessionStanding.Over(Reason.SESSION_MAX_REACHED, Duration.between(started, end));
        }
        return idle instanceof Bound.AtMost(Duration most)
                        && !now.isBefore(active.get().plus(most))
                ? new SessionStanding.Over(Reason.SESSION_IDLE_REACHED, most)
                : new SessionStanding.GoesOn();
    }
}
