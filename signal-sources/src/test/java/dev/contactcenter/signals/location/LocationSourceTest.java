package dev.contactcenter.signals.location;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.network.Address;
import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.signal.Telling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A source of locations")
class LocationSourceTest {

    private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    @TempDir
    Path folder;

    private Path countries = Path.of("");
    private Path systems = Path.of("");
    private LocationSource source =
            new LocationSource(new Databases(), new LocationSettings(Optional.empty(), Optional.empty()));

    @BeforeEach
    void write() throws IOException {
        countries = folder.resolve("country.mmdb");
        systems = folder.resolve("asn.mmdb");
        countries("DE");
        new LocationDatabase(BUILT.plusSeconds(60))
                .with("198.51.100.0/24", Map.of("autonomous_system_number", 64496))
                .with("203.0.113.0/24", Map.of("asn", "AS64511"))
                .write(systems);
        source =
                new LocationSource(new Databases(), new LocationSettings(Optional.of(countries), Optional.of(systems)));
    }

    private void countries(String code) throws IOException {
        new LocationDatabase(BUILT)
                .with("198.51.100.0/24", Map.of("country", Map.of("iso_code", code)))
                .with("203.0.113.128/25", Map.of("country_code", "CH"))
                .with("2001:db8:20::/48", Map.of("country", Map.of("iso_code", "AT")))
                .write(countries);
    }

    private Telling at(String address, Instant now) {
        return source.tell(Address.parse(address).orElseThrow(), now);
    }

    private static Telling told(Map<Attribute, Object> values) {
        return new Telling.Told(new Observation(values), BUILT);
    }

    @Test
    void tells_what_the_databases_hold_and_is_as_old_as_the_older() {
        assertThat(at("198.51.100.7", NOW))
                .isEqualTo(told(Map.of(Attribute.LOCATION_COUNTRY, "DE", Attribute.LOCATION_ASN, 64496L)));
        assertThat(at("::ffff:198.51.100.7", NOW)).isEqualTo(at("198.51.100.7", NOW));
        assertThat(at("203.0.113.200", NOW))
                .isEqualTo(told(Map.of(Attribute.LOCATION_COUNTRY, "CH", Attribute.LOCATION_ASN, 64511L)));
        assertThat(at("203.0.113.1", NOW)).isEqualTo(told(Map.of(Attribute.LOCATION_ASN, 64511L)));
        assertThat(at("2001:db8:20::1", NOW)).isEqualTo(told(Map.of(Attribute.LOCATION_COUNTRY, "AT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.1.1", "127.0.0.1", "192.0.2.1", "::1", "2001:db8:21::1"})
    void is_silent_about_addresses_that_no_database_holds(String address) {
        assertThat(at(address, NOW)).isEqualTo(new Telling.Silent());
    }

    @Test
    void reads_a_file_again_when_it_has_changed() throws IOException {
        assertThat(at("198.51.100.7", NOW)).asString().contains("DE");

        countries("FR");
        Files.setLastModifiedTime(countries, FileTime.from(NOW));

        assertThat(at("198.51.100.7", NOW.plusSeconds(1))).asString().contains("DE");
        assertThat(at("198.51.100.7", NOW.plusSeconds(10))).asString().contains("FR");
    }

    @Test
    void fails_where_a_file_is_missing_and_comes_back_with_it() throws IOException {
        Files.delete(countries);

        assertThat(at("198.51.100.7", NOW))
                .isEqualTo(new Telling.Failed(Absence.SOURCE_FAILED, "country.mmdb: there is no such file"));

        countries("DE");

        assertThat(at("198.51.100.7", NOW.plusSeconds(10))).isInstanceOf(Telling.Told.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10 << 20})
    void fails_where_a_file_is_all_zeros(int bytes) throws IOException {
        Files.write(countries, new byte[bytes]);

        assertThat(at("198.51.100.7", NOW))
                .isEqualTo(new Telling.Failed(
                        Absence.SOURCE_FAILED, "country.mmdb: it cannot be read as a database in MaxMind's format"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fails_where_what_is_named_has_no_end() {
        var endless = new LocationSource(
                new Databases(), new LocationSettings(Optional.of(Path.of("/dev/zero")), Optional.empty()));

        assertThat(endless.tell(Address.parse("198.51.100.7").orElseThrow(), NOW))
                .isEqualTo(new Telling.Failed(Absence.SOURCE_FAILED, "zero: it is no file"));
    }

    @Test
    void never_tells_anything_from_a_file_that_is_cut_short() throws IOException {
        byte[] whole = Files.readAllBytes(countries);
        for (int length = 0; length < whole.length; length++) {
            Files.write(countries, Arrays.copyOf(whole, length));
            Instant later = NOW.plusSeconds(10L * length);

            assertThat(at("198.51.100.7", later)).as("%d bytes", length).isInstanceOf(Telling.Failed.class);
        }
    }

    @Test
    void answers_whatever_one_bit_of_a_file_has_become() throws IOException {
        byte[] whole = Files.readAllBytes(countries);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit += 5) {
            byte[] broken = whole.clone();
            broken[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(countries, broken);
            var fresh =
                    new LocationSource(new Databases(), new LocationSettings(Optional.of(countries), Optional.empty()));

            assertThat(fresh.tell(Address.parse("198.51.100.7").orElseThrow(), NOW))
                    .isNotNull();
        }
    }
}
