/** Finds whom a subject identifier means in a realm. */
@NullMarked
package dev.contactcenter.endpoints.subjects;

import org.jspecify.annotations.NullMarked;
