/** What is left of a token when its actions are decided anew. */
@NullMarked
package dev.contactcenter.mappers.remainder;

import org.jspecify.annotations.NullMarked;
