package dev.contactcenter.kit.record;

/**
 * A thing that an action is done to.
 *
 * @param type the part of the action before the colon, such as {@code recording}
 * @param id the application's own name of it
 */
public record Resource(String type, String id) {}
