/** Network zones: named sets of address blocks. */
@NullMarked
package dev.contactcenter.engine.network;

import org.jspecify.annotations.NullMarked;
