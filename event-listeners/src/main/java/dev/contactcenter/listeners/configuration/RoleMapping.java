package dev.contactcenter.listeners.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;

/** What an administrator's event tells by itself: where something was changed, and of roles that somebody was given, which and to whom. */
final class RoleMapping {

    private static final Pattern OF_USER = Pattern.compile("users/([^/]+)/(.+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private RoleMapping() {}

    /** {@code entity}, and of a user's roles {@code user_id} and {@code roles}, their names with commas between. */
    static Map<String, String> about(AdminEvent event) {
        Map<String, String> about = new TreeMap<>();
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Matcher ofUser = OF_USER.matcher(path);
        boolean isOfUser = ofUser.matches();
        about.put("entity", isOfUser ? ofUser.group(2) : path);
        if (isOfUser) {
            about.put("user_id", ofUser.group(1));
        }
        if (event.getResourceType() == ResourceType.REALM_ROLE_MAPPING) {
            about.put("roles", roles(event.getRepresentation() == null ? "[]" : event.getRepresentation()));
        }
        return about;
    }

    private static String roles(String representation) {
        try {
            JsonNode roles = JSON.readTree(representation);
            return (roles.isArray() ? roles.valueStream() : Stream.of(roles))
                    .map(role -> role.path("name").asText())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(","));
        } catch (JsonProcessingException none) {
            return "";
        }
    }
}
