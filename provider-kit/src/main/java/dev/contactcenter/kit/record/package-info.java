/** The decision record and the SPI that takes it: declared here, implemented where records are delivered. */
@NullMarked
package dev.contactcenter.kit.record;

import org.jspecify.annotations.NullMarked;
