/** Tests of the receivers of records. */
@NullMarked
package dev.contactcenter.listeners.sink;

import org.jspecify.annotations.NullMarked;
