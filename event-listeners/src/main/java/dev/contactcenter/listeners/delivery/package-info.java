/** The sinks of realms: configured, supplied, tried and told of. */
@NullMarked
package dev.contactcenter.listeners.delivery;

import org.jspecify.annotations.NullMarked;
