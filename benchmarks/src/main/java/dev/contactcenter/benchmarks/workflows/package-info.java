/** What modes, interaction state and narrow tokens cost: the token endpoint, the state of interactions, and the heap that it takes. */
@NullMarked
package dev.contactcenter.benchmarks.workflows;

import org.jspecify.annotations.NullMarked;
