package dev.contactcenter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The common parts of a request as options; what they say is read like a request in a file. */
final class RequestOptions {

    @Option(names = "--role", paramLabel = "ROLE", description = "A realm role of the user; may be given repeatedly.")
    private List<String> roles = List.of();

    @Option(names = "--group", paramLabel = "PATH", description = "A group of the user; may be given repeatedly.")
    private List<String> groups = List.of();

    @Option(names = "--user", paramLabel = "ID", description = "The id of the user, which decides about rollouts.")
    private @Nullable String user;

    @Option(names = "--service", paramLabel = "CLIENT", description = "A client that asks for itself, not a user.")
    private @Nullable String service;

    @Option(names = "--mode", paramLabel = "MODE", description = "The mode asked for.")
    private @Nullable String mode;

    @Option(names = "--action", paramLabel = "ACTION", description = "An action asked for; may be given repeatedly.")
    private List<String> actions = List.of();

    @Option(names = "--client", paramLabel = "CLIENT", description = "The client id of the application.")
    private @Nullable String client;

    @Option(
            names = "--proven",
            paramLabel = "ACR=AGE",
            description = "A level and how long ago it was proven, as phr=PT2M; may be given repeatedly.")
    private Map<String, String> proven = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "What a signal tells, as device.compliance=compliant, or why it does not, as device=stale;"
                    + " may be given repeatedly.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(names = "--now", paramLabel = "MOMENT", description = "The moment of the request. Default: this one.")
    private @Nullable String now;

    boolean areGiven() {
        return Stream.of(roles, groups, actions).anyMatch(list -> !list.isEmpty())
                || Stream.of(proven, attributes).anyMatch(map -> !map.isEmpty())
                || Stream.of(user, service, mode, client, now).anyMatch(text -> text != null);
    }

    /** A request as JSON. */
    String text() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        who(given);
        put(given, "mode", mode);
        if (!actions.isEmpty()) {
            fill(given.putArray("actions"), actions);
        }
        put(given, "now", now);
        if (client != null) {
            given.putObject("client").put("id", client);
        }
        if (!proven.isEmpty()) {
            ObjectNode levels = given.putObject("auth").putObject("proven");
            proven.forEach(levels::put);
        }
        attributes.forEach((path, value) -> set(given, path, value));
        return Json.text(given);
    }

    /** A service if one is named, else a user, even one of whom nothing is known. */
    private void who(ObjectNode given) {
        put(given, "service", service);
        if (service == null || user != null || !roles.isEmpty() || !groups.isEmpty()) {
            ObjectNode person = given.putObject("user");
            put(person, "id", user);
            fill(person.putArray("roles"), roles);
            fill(person.putArray("groups"), groups);
        }
    }

    private static void put(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void set(ObjectNode given, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            given.put(path, value);
            return;
        }
        String signal = path.substring(0, dot);
        String key = path.substring(dot + 1);
        ObjectNode told = given.get(signal) instanceof ObjectNode known ? known : given.putObject(signal);
        if (value.equals("true") || value.equals("false")) {
            told.put(key, Boolean.parseBoolean(value));
        } else {
            told.put(key, value);
        }
    }
}
