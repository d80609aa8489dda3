/** What is asked for of one thing at a time (RFC 9396), and the evidence of one call that is reviewed so. */
@NullMarked
package dev.contactcenter.it.evidence;

import org.jspecify.annotations.NullMarked;
