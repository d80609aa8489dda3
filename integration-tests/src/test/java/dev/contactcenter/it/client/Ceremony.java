package dev.contactcenter.it.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page with a WebAuthn ceremony tells the browser.
 *
 * @param challenge base64url
 * @param rpId the relying party's domain
 * @param origin scheme, host and port of the page
 */
public record Ceremony(String challenge, String rpId, String origin) {

    /** Reads the script of Keycloak's page. */
    public static Ceremony on(Screen page) {
        String server = page.address().getScheme() + "://" + page.address().getAuthority();
        return new Ceremony(value(page, "challenge"), value(page, "rpId"), server);
    }

    /** The user's handle that a registration page hands out, base64url. */
    public static String userId(Screen page) {
        return value(page, "userid");
    }

    private static String value(Screen page, String name) {
        Matcher found = Pattern.compile("\\b" + name + "\\s*:\\s*[\"']([^\"']+)[\"']")
                .matcher(page.answer().body());
        if (!found.find()) {
            throw new AssertionError("This page has no %s: %s".formatted(name, page));
        }
        return found.group(1);
    }
}
