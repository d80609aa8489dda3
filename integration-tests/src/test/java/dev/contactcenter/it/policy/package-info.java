/** What an administrator may get wrong. */
@NullMarked
package dev.contactcenter.it.policy;

import org.jspecify.annotations.NullMarked;
