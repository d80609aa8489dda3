/** What is kept of passkeys beside Keycloak's credentials. */
@NullMarked
package dev.contactcenter.kit.passkey;

import org.jspecify.annotations.NullMarked;
