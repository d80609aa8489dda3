/** What the device registry costs on PostgreSQL: look-ups, bulk updates and the memory of each server. */
@NullMarked
package dev.contactcenter.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
