@NullMarked
package dev.contactcenter.trail;

import org.jspecify.annotations.NullMarked;
