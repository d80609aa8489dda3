/** The policy document: read with places, checked as a whole, compiled to the engine. */
@NullMarked
package dev.contactcenter.language;

import org.jspecify.annotations.NullMarked;
