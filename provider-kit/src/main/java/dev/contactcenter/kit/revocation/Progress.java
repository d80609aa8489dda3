package dev.contactcenter.kit.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an order has come.
 *
 * @param id of the order
 * @param takenAt when it was taken
 * @param doneAt when everything that it is about was stopped; nothing as long as that is not sure
 * @param ended how many sessions were ended for it so far
 * @param failed how many times something of it failed so far; what failed is tried again
 */
public record Progress(String id, Order order, Instant takenAt, Optional<Instant> doneAt, int ended, int failed) {}
