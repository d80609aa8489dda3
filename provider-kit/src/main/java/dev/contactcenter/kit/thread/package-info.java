/** Threads that the pack begins. */
@NullMarked
package dev.contactcenter.kit.thread;

import org.jspecify.annotations.NullMarked;
