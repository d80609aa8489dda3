package dev.contactcenter.kit.device;

/**
 * Who tells of a device. What each tells is kept apart, and only its own later word takes the place of its earlier one.
 *
 * @param name of a feed, its client id; of a stream, where its events come from; of a signal, the name of its source; of what is kept by hand, the name of the component
 * @param mapping through which a feed's records came, because one client may pass on what several systems know; empty for none
 */
public record Reporter(Origin origin, String name, String mapping) {

    private static final Reporter ADMINISTRATORS = new Reporter(Origin.ADMINISTRATOR, "administrator", "");

    /** A system that manages devices. */
    public static Reporter feed(String client, String mapping) {
        return new Reporter(Origin.FEED, client, mapping);
    }

    /** A stream of security events. */
    public static Reporter events(String stream) {
        return new Reporter(Origin.EVENTS, stream, "");
    }

    /** A source of signals. */
    public static Reporter signal(String source) {
        return new Reporter(Origin.SIGNAL, source, "");
    }

    /** Administrators, over REST. */
    public static Reporter administrator() {
        return ADMINISTRATORS;
    }

    /** An administrator, as a component. */
    public static Reporter byHand(String component) {
        return new Reporter(Origin.BY_HAND, component, "");
    }

    /** The kinds of reporters. */
    public enum Origin {
        /** An administrator, as a component. Nothing else counts then, and what was written is never stale. */
        BY_HAND,
        /** An administrator, over REST. */
        ADMINISTRATOR,
        /** A system that manages devices. */
        FEED,
        /** Posture that was shown with a request. */
        SIGNAL,
        /** A stream of security events. It tells a change once, and says nothing again while that holds: what is bad is never stale. */
        EVENTS
    }
}
