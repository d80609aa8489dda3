/** Libraries that others wrote, unmodified, as relying parties of the realm. */
@NullMarked
package dev.contactcenter.it.relyingparty;

import org.jspecify.annotations.NullMarked;
