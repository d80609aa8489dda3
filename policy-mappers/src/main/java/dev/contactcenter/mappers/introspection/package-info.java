/** What introspection tells: the present, not the moment of issue. */
@NullMarked
package dev.contactcenter.mappers.introspection;

import org.jspecify.annotations.NullMarked;
