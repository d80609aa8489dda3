/** What is personal in records, and how it is kept from their readers. */
@NullMarked
package dev.contactcenter.listeners.privacy;

import org.jspecify.annotations.NullMarked;
