package dev.contactcenter.distribution;

import java.nio.file.Path;

/** Where the sources of the whole project are. */
final class Checkout {

    /** The folder of the root POM. */
    static final Path ROOT =
            Path.of(System.getProperty("checkout", "..")).toAbsolutePath().normalize();

    /** The version that is being built. */
    static final String VERSION = System.getProperty("version", "");

    /** What the release's files are called, without their ending. */
    static final String RELEASE = "contact-center-zero-trust-" + VERSION;

    private Checkout() {}

    /** A file that the build of this module has made. */
    static Path built(String name) {
        return ROOT.resolve("distribution/target").resolve(name);
    }
}
