/** What happens to a session after its sign-in. */
@NullMarked
package dev.contactcenter.it.continuous;

import org.jspecify.annotations.NullMarked;
