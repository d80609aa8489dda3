package dev.contactcenter.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.theme.ThemeResourceProvider;

/**
 * Templates and messages that Keycloak finds behind those of whatever login theme a realm uses.
 *
 * <p>Not the folder {@code theme-resources} that Keycloak reads by itself: all provider JARs share one class path, and
 * of two JARs that carry {@code theme-resources/messages/messages_en.properties} only the first is ever read.
 */
final class ContactCenterPages implements ThemeResourceProvider {

    private static final String ROOT = "contact-center/pages/";

    @Override
    public @Nullable URL getTemplate(String name) {
        return resource("templates/" + name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        return null;
    }

    @Override
    public Properties getMessages(String baseBundlename, Locale locale) throws IOException {
        var messages = new Properties();
        URL file = resource("messages/" + baseBundlename + "_" + locale + ".properties");
        if (file != null) {
            try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        }
        return messages;
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static @Nullable URL resource(String path) {
        return ContactCenterPages.class.getClassLoader().getResource(ROOT + path);
    }
}
