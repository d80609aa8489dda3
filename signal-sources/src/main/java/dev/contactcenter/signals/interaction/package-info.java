/** Tells what a person is doing with a customer, as the telephony system told it of the session. */
@NullMarked
package dev.contactcenter.signals.interaction;

import org.jspecify.annotations.NullMarked;
