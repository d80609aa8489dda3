/** The command line: what can be done with a policy without a server. */
@NullMarked
package dev.contactcenter.cli;

import org.jspecify.annotations.NullMarked;
