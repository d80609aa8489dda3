/** What one decision costs: the engine beside hand-written Java and other policy engines, on one policy, in one run. */
@NullMarked
package dev.contactcenter.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
