/** Where signals come from. */
@NullMarked
package dev.contactcenter.signals;

import org.jspecify.annotations.NullMarked;
