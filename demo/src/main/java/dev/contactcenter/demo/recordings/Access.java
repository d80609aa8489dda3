package dev.contactcenter.demo.recordings;

/**
 * An action on one thing, as it is asked for and told.
 *
 * @param action {@code resource:verb}
 * @param type the kind of thing
 * @param id this server's own name of the thing
 */
record Access(String action, String type, String id) {

    /** An action on a thing of the kind that the action names itself. */
    static Access to(String action, String id) {
        return new Access(action, action.substring(0, action.indexOf(':')), id);
    }
}
