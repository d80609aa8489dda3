/** The feed of what resource servers must no longer accept. */
@NullMarked
package dev.contactcenter.endpoints.denylist;

import org.jspecify.annotations.NullMarked;
