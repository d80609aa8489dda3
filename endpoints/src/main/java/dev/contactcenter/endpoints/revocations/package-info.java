/** Where sessions, tokens and passkeys are stopped by administrators and by systems that may. */
@NullMarked
package dev.contactcenter.endpoints.revocations;

import org.jspecify.annotations.NullMarked;
