/** What it costs to know where a request comes from. */
@NullMarked
package dev.contactcenter.benchmarks.signals;

import org.jspecify.annotations.NullMarked;
