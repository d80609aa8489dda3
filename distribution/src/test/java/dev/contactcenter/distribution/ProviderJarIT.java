package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provider JAR")
final class ProviderJarIT {

    private static final String SERVICES = "META-INF/services/";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Checkout.built(Checkout.RELEASE + ".jar").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void holds_no_class_but_ours_because_keycloaks_class_path_is_flat() {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev/contactcenter/"));
    }

    @Test
    void holds_the_parser_of_conditions_under_a_name_of_its_own() {
        assertThat(entries())
                .contains(
                        "dev/contactcenter/shaded/cel/parser/CelParser.class",
                        "dev/contactcenter/shaded/cel/grammar/CELParser.class",
                        "dev/contactcenter/shaded/protobuf/Message.class")
                .noneMatch(name -> name.startsWith("dev/contactcenter/shaded/") && name.contains("/runtime/Cel"))
                .noneMatch(name -> name.endsWith(".proto"));
    }

    @Test
    void holds_the_reader_of_location_databases_under_a_name_of_its_own() {
        assertThat(entries()).contains("dev/contactcenter/shaded/maxmind/Reader.class");
    }

    @Test
    void holds_the_client_of_kafka_under_a_name_of_its_own_and_without_native_code() {
        assertThat(entries())
                .contains(
                        "dev/contactcenter/shaded/kafka/clients/producer/KafkaProducer.class",
                        "dev/contactcenter/shaded/kafka/common/security/scram/ScramLoginModule.class")
                .noneMatch(name -> name.startsWith("dev/contactcenter/shaded/kafka/shaded/"))
                .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"));
    }

    @Test
    void holds_every_module() {
        assertThat(entries())
                .contains(
                        "dev/contactcenter/engine/policy/Policy.class",
                        "dev/contactcenter/kit/policy/PolicyComponentFactory.class")
                .anyMatch(name -> name.startsWith("dev/contactcenter/language/"))
                .anyMatch(name -> name.startsWith("dev/contactcenter/authenticators/"))
                .anyMatch(name -> name.startsWith("dev/contactcenter/mappers/"))
                .anyMatch(name -> name.startsWith("dev/contactcenter/listeners/"))
                .contains("META-INF/keycloak-themes.json");
    }

    @Test
    void offers_what_the_modules_offer() throws IOException {
        Set<String> offered = Offering.all().stream().map(Offering::toLine).collect(Collectors.toSet());

        assertThat(services()).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void says_its_version_and_carries_its_license() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isEqualTo(Checkout.VERSION);
        assertThat(entries()).contains("META-INF/LICENSE", "META-INF/NOTICE");
    }

    @Test
    void says_nothing_of_the_machine_that_built_it() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().keySet())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "Manifest-Version", "Implementation-Title", "Implementation-Version", "Tested-With-Keycloak");
    }

    private static List<String> entries() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    private static List<String> services() throws IOException {
        List<String> lines = new java.util.ArrayList<>();
        for (String name :
                entries().stream().filter(entry -> entry.startsWith(SERVICES)).toList()) {
            String text = new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().forEach(line -> lines.add(name.substring(SERVICES.length()) + ": " + line));
        }
        return lines;
    }
}
