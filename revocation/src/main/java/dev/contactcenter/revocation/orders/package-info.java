/** Orders to stop something: kept until they are carried out, whatever becomes of the server that took them. */
@NullMarked
package dev.contactcenter.revocation.orders;

import org.jspecify.annotations.NullMarked;
