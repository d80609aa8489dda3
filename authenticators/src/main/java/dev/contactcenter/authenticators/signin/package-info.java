/** The login form, where a passkey may stand in for user name and password. */
@NullMarked
package dev.contactcenter.authenticators.signin;

import org.jspecify.annotations.NullMarked;
