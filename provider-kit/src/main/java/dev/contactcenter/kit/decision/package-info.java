/** The one call that decides and records. */
@NullMarked
package dev.contactcenter.kit.decision;

import org.jspecify.annotations.NullMarked;
