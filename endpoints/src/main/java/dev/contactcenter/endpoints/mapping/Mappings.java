package dev.contactcenter.endpoints.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mappings of this server by name: those of the pack, and those of a folder of the operator's. */
public final class Mappings {

    private static final List<String> OURS = List.of("fleet", "intune", "jamf", "osquery");
    private static final String ENDING = ".yaml";

    private final Map<String, DeviceMapping> byName;

    private Mappings(Map<String, DeviceMapping> byName) {
        this.byName = byName;
    }

    /**
     * Reads them all.
     *
     * @param folder of own ones, each named after its file without {@code .yaml}; one of the pack's name takes its place; empty for
     *     none
     * @throws IllegalArgumentException if one cannot be used
     */
    public static Mappings load(String folder) {
        Map<String, DeviceMapping> mappings = new TreeMap<>();
        OURS.forEach(name -> mappings.put(name, MappingFile.read(name, resource(name + ENDING))));
        if (!folder.isEmpty()) {
            own(Path.of(folder)).forEach(mapping -> mappings.put(mapping.name(), mapping));
        }
        return new Mappings(mappings);
    }

    /** The mapping of a name; an empty name is for records that need none. Nothing if there is no such mapping. */
    public Optional<RecordReader> find(String name) {
        return name.isEmpty() ? Optional.of(new PlainRecord()) : Optional.ofNullable(byName.get(name));
    }

    /** All names. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private static List<DeviceMapping> own(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Mappings::ownFile)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The folder of mappings cannot be read: " + folder, unreadable);
        }
    }

    private static DeviceMapping ownFile(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return MappingFile.read(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The mapping cannot be read: " + file, unreadable);
        }
    }

    private static String resource(String name) {
        try (InputStream found = Mappings.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("The JAR is not whole because it lacks the mapping " + name);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
