/** What applications and systems call. */
@NullMarked
package dev.contactcenter.endpoints;

import org.jspecify.annotations.NullMarked;
