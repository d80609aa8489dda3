/** Policies put to the test: requests, the answers that are expected, and how much of a policy they reach. */
@NullMarked
package dev.contactcenter.language.testing;

import org.jspecify.annotations.NullMarked;
