/** The realm goes in and comes out again. */
@NullMarked
package dev.contactcenter.it.realm;

import org.jspecify.annotations.NullMarked;
