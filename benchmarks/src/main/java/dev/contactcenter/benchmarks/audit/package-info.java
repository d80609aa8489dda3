/** What recording costs, and how fast records are delivered and checked. */
@NullMarked
package dev.contactcenter.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
