/** Changes by administrators turned into records, with the old value and the new. */
@NullMarked
package dev.contactcenter.listeners.configuration;

import org.jspecify.annotations.NullMarked;
