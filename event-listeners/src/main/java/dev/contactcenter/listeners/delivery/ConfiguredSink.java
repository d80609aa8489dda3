package dev.contactcenter.listeners.delivery;

/** A sink as the admin console lists it. */
public record ConfiguredSink(String name) {}
