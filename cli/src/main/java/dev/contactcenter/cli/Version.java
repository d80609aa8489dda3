package dev.contactcenter.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the JAR's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"contact-center " + Objects.requireNonNullElse(version, "(not built into a JAR)")};
    }
}
