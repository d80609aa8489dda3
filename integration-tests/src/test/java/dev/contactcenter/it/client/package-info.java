/** A relying party and a browser without a window: what an attacker would write, down to the single HTTP request. */
@NullMarked
package dev.contactcenter.it.client;

import org.jspecify.annotations.NullMarked;
