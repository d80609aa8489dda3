/** The demo's story, and what a passkey tells on the way. */
@NullMarked
package dev.contactcenter.it.story;

import org.jspecify.annotations.NullMarked;
