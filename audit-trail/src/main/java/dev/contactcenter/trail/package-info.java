/** Chained records: how each holds on to the one before it, and how whatever was done to them is found. */
@NullMarked
package dev.contactcenter.trail;

import org.jspecify.annotations.NullMarked;
