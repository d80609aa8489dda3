package dev.contactcenter.kit.record;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A thing that an action is done to.
 *
 * @param type the part of the action before the colon, such as {@code recording}
 * @param id the application's own name of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Resource(String type, String id) {}
