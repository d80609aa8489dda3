package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference of the settings")
final class SettingsReferenceTest {

    private static final Path PAGE = Checkout.ROOT.resolve("docs/reference/settings.md");

    @Test
    void says_what_the_providers_say() throws IOException {
        String current = SettingsReference.page();
        if (Boolean.getBoolean("docs.refresh")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, current);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/reference/settings.md is stale. Write it anew with: %s", SettingsReference.REFRESH)
                .isEqualTo(current);
    }
}
