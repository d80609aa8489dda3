/** A telephony system that is simulated, and the adapter that tells the realm of its calls, as one for a real system would. */
@NullMarked
package dev.contactcenter.demo.telephony;

import org.jspecify.annotations.NullMarked;
