package dev.contactcenter.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs the recorder that keeps nothing into a provider JAR for a measured server. */
public final class RecorderOff {

    /** Has the server use it; it is told so when it is built. */
    public static final String OPTION =
            "--spi-contact-center-recorder--provider=" + DiscardingRecorderFactory.PROVIDER_ID;

    private RecorderOff() {}

    /** Writes the JAR. */
    public static Path jar(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve("discarding-recorder.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            // By name: the classes need a Keycloak around them, which this program has not.
            String name = RecorderOff.class.getPackageName() + ".DiscardingRecorderFactory";
            for (String part : List.of(name, name + "$Discarding")) {
                String path = part.replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(path));
                try (InputStream in = RecorderOff.class.getResourceAsStream("/" + path)) {
                    if (in == null) {
                        throw new IllegalStateException(path + " is missing, because the benchmarks are not built");
                    }
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry("META-INF/services/dev.contactcenter.kit.record.DecisionRecorderFactory"));
            out.write(name.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
