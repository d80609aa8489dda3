/** Sources of signals, against the running server. */
@NullMarked
package dev.contactcenter.it.signals;

import org.jspecify.annotations.NullMarked;
