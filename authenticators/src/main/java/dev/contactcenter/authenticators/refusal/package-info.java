/** How a person learns that a request is refused. */
@NullMarked
package dev.contactcenter.authenticators.refusal;

import org.jspecify.annotations.NullMarked;
