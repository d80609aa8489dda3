/** Who calls: the systems that feed the pack, and how they are refused. */
@NullMarked
package dev.contactcenter.endpoints.caller;

import org.jspecify.annotations.NullMarked;
