package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The zip")
final class ReleaseZipIT {

    private static final String FOLDER = Checkout.RELEASE + "/";

    private static ZipFile zip;

    @BeforeAll
    static void open() throws IOException {
        zip = new ZipFile(Checkout.built(Checkout.RELEASE + ".zip").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        zip.close();
    }

    @Test
    void holds_all_that_an_installation_needs() {
        assertThat(entries())
                .contains(
                        FOLDER + "providers/" + Checkout.RELEASE + ".jar",
                        FOLDER + "Containerfile",
                        FOLDER + "README.md",
                        FOLDER + "bin/contact-center",
                        FOLDER + "bin/contact-center-cli.jar",
                        FOLDER + "bin/contact-center-cli.cdx.json",
                        FOLDER + "LICENSE")
                .anyMatch(name -> name.startsWith(FOLDER + "realm-exports/"));
    }

    @Test
    void holds_no_user_of_the_demo() {
        assertThat(entries()).noneMatch(name -> name.contains("users"));
    }

    @Test
    void lists_only_what_ships_in_its_bill_of_materials() throws IOException {
        JsonNode bill =
                new ObjectMapper().readTree(zip.getInputStream(zip.getEntry(FOLDER + Checkout.RELEASE + ".cdx.json")));

        Set<String> bundled = new TreeSet<>();
        bill.get("components").forEach(component -> {
            String license = component.at("/licenses/0/license/id").asText();
            if (component.get("group").asText().equals("dev.contactcenter")) {
                assertThat(license).isEqualTo("Apache-2.0");
            } else {
                bundled.add(component.get("group").asText() + ":"
                        + component.get("name").asText() + " " + license);
            }
        });
        assertThat(bundled)
                .containsExactly(
                        "com.google.protobuf:protobuf-java BSD-3-Clause",
                        "com.maxmind.db:maxmind-db Apache-2.0",
                        "dev.cel:common Apache-2.0",
                        "dev.cel:compiler Apache-2.0",
                        "dev.cel:protobuf Apache-2.0",
                        "org.apache.kafka:kafka-clients Apache-2.0");
    }

    private static List<String> entries() {
        return zip.stream().map(ZipEntry::getName).toList();
    }
}
