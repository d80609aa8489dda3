package dev.contactcenter.listeners.rendering;

import org.jspecify.annotations.Nullable;

/** What records name as their origin. */
final class Product {

    static final String VENDOR = "Contact Center Zero Trust";
    static final String NAME = "Contact Center Zero Trust for Keycloak";

    private Product() {}

    /** The version of the JAR; {@code unknown} where the classes are in none. */
    static String version() {
        @Nullable String version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
