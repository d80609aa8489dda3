/** What stands for texts where a database would not tell them apart. */
@NullMarked
package dev.contactcenter.signals.texts;

import org.jspecify.annotations.NullMarked;
