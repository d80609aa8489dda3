/** What continuous evaluation costs, and how fast it is, on the database of production: refreshes, revocation, two servers. */
@NullMarked
package dev.contactcenter.benchmarks.continuous;

import org.jspecify.annotations.NullMarked;
