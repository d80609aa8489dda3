/** Tests of what is measured of delivering. */
@NullMarked
package dev.contactcenter.kit.sink;

import org.jspecify.annotations.NullMarked;
