package dev.contactcenter.themes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.keycloak.theme.KeycloakSanitizerMethod;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProvider;

/** A page of the theme, rendered with the server's own FreeMarker set-up and parent theme. */
final class LoginPage {

    private final Map<String, Object> attributes = new HashMap<>();
    private final String template;
    private final Locale language;

    LoginPage(String template, String language) {
        this.template = template;
        this.language = Locale.of(language);
        with("pageId", template.replace(".ftl", "")).with("lang", language).with("darkMode", false);
        with("realm", Map.of("internationalizationEnabled", false, "registrationAllowed", false));
        with("client", Map.of("baseUrl", "https://agent-desktop.example.test/"));
        with(
                "url",
                Map.of(
                        "resourcesPath", "/resources",
                        "resourcesCommonPath", "/common",
                        "ssoLoginInOtherTabsUrl", "/other-tabs",
                        "loginAction", "/login-action",
                        "loginRestartFlowUrl", "/restart"));
    }

    LoginPage with(String attribute, Object value) {
        attributes.put(attribute, value);
        return this;
    }

    /** What the browser gets, without the white space that it would ignore. */
    String render() throws Exception {
        var theme = new ClassPathTheme();
        var words = new HashMap<Object, Object>(attributes);
        words.putAll(theme.getMessages(language));
        with("msg", new MessageFormatterMethod(language, words)).with("properties", theme.getProperties());
        return new DefaultFreeMarkerProvider(null, new KeycloakSanitizerMethod())
                .processTemplate(attributes, template, theme)
                .replaceAll("\\s+", " ")
                .replace("> ", ">")
                .replace(" <", "<");
    }
}
