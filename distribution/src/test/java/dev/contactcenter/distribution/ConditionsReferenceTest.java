package dev.contactcenter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference of conditions")
final class ConditionsReferenceTest {

    private static final Path PAGE = Checkout.ROOT.resolve("docs/reference/conditions.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- attributes -->\n).*?(?=<!-- /attributes -->)", Pattern.DOTALL);

    @Test
    void names_every_attribute_as_the_engine_declares_it() throws IOException {
        String page = Files.readString(PAGE);
        String current = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(AttributesReference.table()));
        if (Boolean.getBoolean("docs.refresh")) {
            Files.writeString(PAGE, current);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/reference/conditions.md is stale. Write its table anew with: %s", AttributesReference.REFRESH)
                .isEqualTo(current);
    }
}
