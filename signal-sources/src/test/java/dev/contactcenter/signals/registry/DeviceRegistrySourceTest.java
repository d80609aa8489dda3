package dev.contactcenter.signals.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactcenter.engine.request.Attribute;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.Reporter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A device of the registry")
final class DeviceRegistrySourceTest {

    @ParameterizedTest(name = "of class \"{1}\" and owner \"{0}\": somebody''s own: {2}")
    @CsvSource({
        "agent, personal, true",
        "agent, assigned, true",
        "agent, unknown,  true",
        "agent, '',       true",
        "agent, shared,   false",
        "agent, kiosk,    false",
        "agent, vdi,      false",
        "'',    assigned, false",
    })
    void is_somebodys_own_if_it_has_an_owner_and_is_not_known_to_be_for_all(String owner, String word, boolean owned) {
        Map<Attribute, Object> words = word.isEmpty() ? Map.of() : Map.of(Attribute.DEVICE_CLASS, word);
        var device = new Device("cc-1", owner, new Observation(words), "", Instant.EPOCH, Reporter.feed("feed", ""));

        assertThat(DeviceRegistrySource.isOwned(device)).isEqualTo(owned);
    }
}
