/** How often somebody may have something. */
@NullMarked
package dev.contactcenter.kit.allowance;

import org.jspecify.annotations.NullMarked;
