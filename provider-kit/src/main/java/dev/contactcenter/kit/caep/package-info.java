/** What this realm tells receivers of security events, and the SPI that tells it. */
@NullMarked
package dev.contactcenter.kit.caep;

import org.jspecify.annotations.NullMarked;
