/** Mappings: how the records of other systems become devices of the registry. */
@NullMarked
package dev.contactcenter.endpoints.mapping;

import org.jspecify.annotations.NullMarked;
