package dev.contactcenter.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.models.Constants;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * One line of one of the pack's services files: what is offered to Keycloak, and as what.
 *
 * @param spi name of the services file, which is the name of the type that the class must have
 * @param className name of the offered class
 */
record Offering(String spi, String className) implements Comparable<Offering> {

    private static final String SERVICES = "META-INF/services";

    /** All offerings of the pack on the class path, sorted. */
    static List<Offering> all() {
        try {
            List<Offering> found = new ArrayList<>();
            for (URL root : Collections.list(classLoader().getResources("dev/contactcenter"))) {
                found.addAll(below(root.toURI()));
            }
            return found.stream().sorted().toList();
        } catch (Exception e) {
            throw new IllegalStateException("The services files on the class path cannot be read.", e);
        }
    }

    /** Those of them that create providers, each as Keycloak would have it: a fresh factory. */
    static Stream<Offering> factories() {
        return all().stream().filter(offering -> ProviderFactory.class.isAssignableFrom(offering.type()));
    }

    Class<?> type() {
        return load(className);
    }

    Class<?> spiType() {
        return load(spi);
    }

    ProviderFactory<?> factory() {
        try {
            return (ProviderFactory<?>) type().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " has no public constructor without arguments.", e);
        }
    }

    Spi spiInstance() {
        try {
            return (Spi) type().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " has no public constructor without arguments.", e);
        }
    }

    /** As the release's JAR must have it. */
    String toLine() {
        return spi + ": " + className;
    }

    /** What the admin console calls it; empty where the SPI has no such name. */
    static String displayName(ProviderFactory<?> factory) {
        return switch (factory) {
            case ConfigurableAuthenticatorFactory step -> step.getDisplayType();
            case RequiredActionFactory action -> action.getDisplayText();
            case ProtocolMapper mapper -> mapper.getDisplayType();
            default -> "";
        };
    }

    /** What the admin console says about it; empty where the SPI has no such text. */
    static String help(ProviderFactory<?> factory) {
        return factory instanceof ConfiguredProvider configured ? configured.getHelpText() : "";
    }

    /** The settings that the pack declares. Those that a factory inherits from Keycloak are Keycloak's to explain. */
    static List<ProviderConfigProperty> settings(ProviderFactory<?> factory) {
        List<ProviderConfigProperty> settings = new ArrayList<>();
        if (factory instanceof ConfiguredProvider configured && isOurs(factory, "getConfigProperties")) {
            settings.addAll(configured.getConfigProperties());
        }
        if (isOurs(factory, "getConfigMetadata")) {
            settings.addAll(factory.getConfigMetadata());
        }
        return settings.stream()
                .filter(setting -> !isExplainedByKeycloak(setting))
                .toList();
    }

    @Override
    public int compareTo(Offering other) {
        return Comparator.comparing(Offering::spi)
                .thenComparing(Offering::className)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static boolean isOurs(ProviderFactory<?> factory, String method) {
        try {
            Method found = factory.getClass().getMethod(method);
            return found.getDeclaringClass().getPackageName().startsWith("dev.contactcenter");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keycloak's ready-made settings of mappers come with message keys instead of texts; all its required actions have a maximum age. */
    private static boolean isExplainedByKeycloak(ProviderConfigProperty setting) {
        return Constants.MAX_AUTH_AGE_KEY.equals(setting.getName())
                || (setting.getLabel() != null && setting.getLabel().endsWith(".label"));
    }

    private static List<Offering> below(URI root) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return services(Path.of(root).resolve("../..").normalize());
        }
        try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
            return services(jar.getPath("/"));
        }
    }

    private static List<Offering> services(Path root) throws IOException {
        Path folder = root.resolve(SERVICES);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(Offering::lines).toList();
        }
    }

    private static Stream<Offering> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> new Offering(file.getFileName().toString(), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, classLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " stands in a services file, but there is no such class.", e);
        }
    }

    private static ClassLoader classLoader() {
        return Offering.class.getClassLoader();
    }
}
