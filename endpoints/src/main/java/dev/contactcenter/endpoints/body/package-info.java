/** Bodies that are read member by member, and refused in words. */
@NullMarked
package dev.contactcenter.endpoints.body;

import org.jspecify.annotations.NullMarked;
