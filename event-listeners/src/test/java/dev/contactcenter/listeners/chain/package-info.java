/** What has to be so whatever database there is. */
@NullMarked
package dev.contactcenter.listeners.chain;

import org.jspecify.annotations.NullMarked;
