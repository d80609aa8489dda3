<<<<<<< HEAD
/** Sources of signals, against the running server. */
=======
/** Where signals come from, against the running server. */
>>>>>>> registry
@NullMarked
package dev.contactcenter.it.signals;

import org.jspecify.annotations.NullMarked;
