/** Settings of the pack: key, default, help and parser of each are one declaration. */
@NullMarked
package dev.contactcenter.kit.setting;

import org.jspecify.annotations.NullMarked;
