/** The demo's story, lived by a real browser with a virtual passkey. */
@NullMarked
package dev.contactcenter.demo.story;

import org.jspecify.annotations.NullMarked;
