/** Decides again at each refresh: what may no longer be done leaves the token, with a reason. */
@NullMarked
package dev.contactcenter.mappers.refresh;

import org.jspecify.annotations.NullMarked;
