package dev.contactcenter.themes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The theme contact-center over its parents, looked up on the class path in the order in which Keycloak does it. */
final class ClassPathTheme implements Theme {

    private static final List<String> CHAIN = List.of("contact-center", "keycloak.v2", "base");

    private final ContactCenterPages pages = new ContactCenterPages();

    @Override
    public URL getTemplate(String name) {
        return CHAIN.stream()
                .map(theme -> resource(theme, name))
                .filter(found -> found != null)
                .findFirst()
                .orElseGet(() -> pages.getTemplate(name));
    }

    @Override
    public Properties getMessages(Locale locale) throws IOException {
        var messages = pages.getMessages("messages", locale);
        for (String theme : CHAIN.reversed()) {
            load(messages, theme, "messages/messages_" + locale + ".properties");
        }
        return messages;
    }

    @Override
    public Properties getProperties() throws IOException {
        var properties = new Properties();
        for (String theme : CHAIN.reversed()) {
            load(properties, theme, "theme.properties");
        }
        return properties;
    }

    @Override
    public Properties getMessages(String baseBundlename, Locale locale) throws IOException {
        return getMessages(locale);
    }

    @Override
    public Properties getEnhancedMessages(RealmModel realm, Locale locale) throws IOException {
        return getMessages(locale);
    }

    @Override
    public String getName() {
        return "contact-center";
    }

    @Override
    public String getParentName() {
        return "keycloak.v2";
    }

    @Override
    public String getImportName() {
        return "common/keycloak";
    }

    @Override
    public Type getType() {
        return Type.LOGIN;
    }

    @Override
    public InputStream getResourceAsStream(String path) throws IOException {
        URL found = resource("contact-center", "resources/" + path);
        return found == null ? null : found.openStream();
    }

    private static void load(Properties into, String theme, String path) throws IOException {
        URL found = resource(theme, path);
        if (found != null) {
            try (var stream = found.openStream()) {
                into.load(stream);
            }
        }
    }

    private static URL resource(String theme, String path) {
        return ClassPathTheme.class.getClassLoader().getResource("theme/" + theme + "/login/" + path);
    }
}
