/**
 * The policy compiled: per mode and action the rules that matter, their predicates as bits, their conditions as masks. It knows
 * no clock and does no I/O.
 */
@NullMarked
package dev.contactcenter.engine.matcher;

import org.jspecify.annotations.NullMarked;
