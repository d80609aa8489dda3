/** Login pages and their words, offered to every login theme of a realm. */
@NullMarked
package dev.contactcenter.themes;

import org.jspecify.annotations.NullMarked;
