/** Work on the database beside the requests, which ends in time and takes few connections. */
@NullMarked
package dev.contactcenter.signals.bounded;

import org.jspecify.annotations.NullMarked;
