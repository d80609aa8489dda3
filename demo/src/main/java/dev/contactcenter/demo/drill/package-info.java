/** What each tier does when a source of signals is cut off. */
@NullMarked
package dev.contactcenter.demo.drill;

import org.jspecify.annotations.NullMarked;
