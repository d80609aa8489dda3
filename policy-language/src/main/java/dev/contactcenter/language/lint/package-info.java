/** Finds what a policy may say but hardly means. */
@NullMarked
package dev.contactcenter.language.lint;

import org.jspecify.annotations.NullMarked;
