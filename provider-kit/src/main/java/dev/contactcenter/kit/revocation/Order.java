package dev.contactcenter.kit.revocation;

/**
 * The order to stop something.
 *
 * @param key what tells this order from all others of its realm, such as the {@code jti} of a security event token: an order
 *     with the same key is the same order, and is carried out once. It begins with what tells who gives the order, since two systems
 *     may number alike. At most 600 characters
 * @param orderedBy user name of the administrator who gives it, for its record; empty of anybody else, whom the cause's origin names
 */
public record Order(String key, Target target, Cause cause, String orderedBy) {

    /** The order of no administrator. */
    public Order(String key, Target target, Cause cause) {
        this(key, target, cause, "");
    }
}
