/** What is on record of a changed configuration. */
@NullMarked
package dev.contactcenter.listeners.configuration;

import org.jspecify.annotations.NullMarked;
