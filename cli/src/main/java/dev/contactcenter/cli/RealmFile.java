package dev.contactcenter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contactcenter.engine.decision.Bound;
import dev.contactcenter.language.RealmNames;
import dev.contactcenter.language.RealmNames.Kind;
import dev.contactcenter.language.RealmSessions;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads from a realm export which names the realm has, and how long its sessions last. What the export leaves out is not known. */
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandLine command;
    private final Documents documents;

    RealmFile(CommandLine command, Documents documents) {
        this.command = command;
        this.documents = documents;
    }

    /** Throws a picocli exception if the file is none of a realm: that is wrong use. */
    RealmNames read(String file) {
        try {
            JsonNode realm = JSON.readTree(documents.realm(file));
            if (realm.path("realm").asText().isEmpty()) {
                throw wrong(Documents.name(file) + " is not a realm export: it has no 'realm'");
            }
            Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
            put(known, Kind.SCOPE, realm.path("clientScopes"), "name");
            put(known, Kind.ROLE, realm.path("roles").path("realm"), "name");
            put(known, Kind.CLIENT, realm.path("clients"), "clientId");
            if (realm.path("groups").isArray()) {
                known.put(Kind.GROUP, paths("", realm.path("groups")));
            }
            JsonNode levels = realm.path("attributes").path("acr.loa.map");
            if (levels.isTextual()) {
                known.put(Kind.ACR, keys(JSON.readTree(levels.asText())));
            }
            return new RealmNames(
                    known,
                    new RealmSessions(
                            seconds(realm.path("ssoSessionIdleTimeout")),
                            seconds(realm.path("ssoSessionMaxLifespan"))));
        } catch (Documents.Unreadable e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw wrong(Documents.name(file) + " is not a realm export: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw wrong(Documents.name(file) + " is not a realm export: " + e.getMessage());
        }
    }

    /** Keycloak's default holds where the export gives none; it is not told here. */
    private static Bound seconds(JsonNode setting) {
        return setting.asLong() > 0 ? Bound.atMost(Duration.ofSeconds(setting.asLong())) : Bound.none();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command, message);
    }

    private static void put(Map<Kind, Set<String>> known, Kind kind, JsonNode list, String key) {
        if (list.isArray()) {
            Set<String> names = new HashSet<>();
            list.forEach(item -> names.add(item.path(key).asText()));
            known.put(kind, names);
        }
    }

    private static Set<String> paths(String above, JsonNode groups) {
        Set<String> paths = new HashSet<>();
        groups.forEach(group -> {
            String path = above + "/" + group.path("name").asText();
            paths.add(path);
            paths.addAll(paths(path, group.path("subGroups")));
        });
        return paths;
    }

    private static Set<String> keys(JsonNode map) {
        Set<String> keys = new HashSet<>();
        map.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
