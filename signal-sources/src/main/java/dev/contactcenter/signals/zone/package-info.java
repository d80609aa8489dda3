/** Blocks of addresses that administrators keep for a zone of the policy. */
@NullMarked
package dev.contactcenter.signals.zone;

import org.jspecify.annotations.NullMarked;
