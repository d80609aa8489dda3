/** When a rule applies: predicates about attributes, joined by and, or and not. */
@NullMarked
package dev.contactcenter.engine.condition;

import org.jspecify.annotations.NullMarked;
