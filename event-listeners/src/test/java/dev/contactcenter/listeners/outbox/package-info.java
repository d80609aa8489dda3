/** Tests of the outbox recorder. */
@NullMarked
package dev.contactcenter.listeners.outbox;

import org.jspecify.annotations.NullMarked;
