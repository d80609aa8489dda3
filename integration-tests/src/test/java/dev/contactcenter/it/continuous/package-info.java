/** What becomes of a session while it goes on. */
@NullMarked
package dev.contactcenter.it.continuous;

import org.jspecify.annotations.NullMarked;
