/** Where records are delivered to: one class for each kind of receiver. */
@NullMarked
package dev.contactcenter.listeners.sink;

import org.jspecify.annotations.NullMarked;
