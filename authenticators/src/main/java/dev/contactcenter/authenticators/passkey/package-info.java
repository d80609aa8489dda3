/** Passkeys used and registered, with what their signed data tells. */
@NullMarked
package dev.contactcenter.authenticators.passkey;

import org.jspecify.annotations.NullMarked;
