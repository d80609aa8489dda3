package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The objects of OCSF 1.8.0 that several classes share, filled from a record. */
final class OcsfObjects {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final String UNKNOWN = "unknown";

    /** Numbers and captions of the object {@code os}. */
    private static final Map<String, Os> SYSTEMS = Map.of(
            "windows", new Os(100, "Windows"),
            "linux", new Os(200, "Linux"),
            "android", new Os(201, "Android"),
            "macos", new Os(300, "macOS"),
            "ios", new Os(301, "iOS"));

    private OcsfObjects() {}

    private record Os(int id, String caption) {}

    static void put(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    static ObjectNode user(StoredRecord record) {
        ObjectNode user = NODES.objectNode();
        String name = record.text("/actor/username");
        put(user, "uid", record.text("/actor/user_id"));
        put(user, "name", name);
        boolean isService = name.startsWith(SERVICE_ACCOUNT);
        if (user.isEmpty()) {
            return user.put("name", UNKNOWN).put("type_id", 0).put("type", "Unknown");
        }
        return user.put("type_id", isService ? 4 : 1).put("type", isService ? "Service" : "User");
    }

    static ObjectNode session(StoredRecord record) {
        ObjectNode session = NODES.objectNode();
        put(session, "uid", record.text("/actor/session"));
        if (!session.isEmpty()) {
            session.put("is_mfa", isMultiFactor(record));
        }
        return session;
    }

    static boolean isMultiFactor(StoredRecord record) {
        return record.texts("/assurance/amr").contains("mfa");
    }

    static ObjectNode actor(StoredRecord record) {
        ObjectNode actor = NODES.objectNode();
        actor.set("user", user(record));
        ObjectNode session = session(record);
        if (!session.isEmpty()) {
            actor.set("session", session);
        }
        put(actor, "app_uid", record.text("/actor/client"));
        return actor;
    }

    static ArrayNode factors(StoredRecord record) {
        ArrayNode factors = NODES.arrayNode();
        if (record.texts("/assurance/amr").contains("pwd")) {
            factors.addObject().put("factor_type_id", 11).put("factor_type", "Password");
        }
        if (record.has("/passkey")) {
            factors.addObject().put("factor_type_id", 10).put("factor_type", "WebAuthn");
        }
        return factors;
    }

    /** Where the request came from, or what sent it; an address that is none, such as a pseudonym, is a name. */
    static ObjectNode source(StoredRecord record) {
        ObjectNode source = NODES.objectNode();
        String address = record.text("/actor/address");
        put(source, NetworkAddress.isOne(address) ? "ip" : "name", address);
        put(source, "zone", source.isEmpty() ? "" : record.text("/network/zone"));
        return source.isEmpty() ? source.put("svc_name", service(record)) : source;
    }

    static String service(StoredRecord record) {
        String client = record.text("/actor/client");
        return client.isEmpty() ? UNKNOWN : client;
    }

    /** The device; empty if nobody knows which it is. */
    static ObjectNode device(StoredRecord record) {
        ObjectNode device = NODES.objectNode();
        put(device, "uid", record.text("/device/id"));
        if (device.isEmpty()) {
            return device;
        }
        boolean isVirtual = record.text("/device/class").equals("vdi");
        device.put("type_id", isVirtual ? 6 : 0).put("type", isVirtual ? "Virtual" : "Unknown");
        truth(device, "is_compliant", record.text("/device/compliance"), "compliant", "noncompliant");
        truth(device, "is_managed", record.text("/device/management"), "managed", "unmanaged");
        Os os = SYSTEMS.get(record.text("/device/os"));
        if (os != null) {
            device.putObject("os")
                    .put("name", os.caption())
                    .put("type_id", os.id())
                    .put("type", os.caption());
        }
        return device;
    }

    private static void truth(ObjectNode object, String name, String word, String yes, String no) {
        if (word.equals(yes) || word.equals(no)) {
            object.put(name, word.equals(yes));
        }
    }

    static ArrayNode resources(StoredRecord record) {
        ArrayNode resources = NODES.arrayNode();
        for (JsonNode one : record.at("/resources")) {
            ObjectNode resource = resources.addObject();
            put(resource, "type", one.path("type").asText(""));
            resource.put("uid", one.path("id").asText(UNKNOWN))
                    .put("role_id", 1)
                    .put("role", "Target");
        }
        return resources;
    }

    /** What each rule made of it: those that were enforced, those that only report, and those that were excepted. */
    static ArrayNode authorizations(StoredRecord record) {
        ArrayNode told = NODES.arrayNode();
        record.texts("/rules").forEach(rule -> told.add(authorization(record.text("/outcome"), rule, true, "")));
        record.at("/would_be")
                .forEach(would -> told.add(authorization(
                        would.path("outcome").asText(""),
                        would.path("rule").asText(""),
                        false,
                        would.path("detail").asText(""))));
        record.at("/excused")
                .forEach(excused -> told.add(authorization(
                        "excused",
                        excused.path("rule").asText(""),
                        false,
                        excused.path("reason").asText(""))));
        return told;
    }

    private static ObjectNode authorization(String decision, String rule, boolean isApplied, String why) {
        ObjectNode authorization = NODES.objectNode().put("decision", decision);
        ObjectNode policy = authorization.putObject("policy").put("uid", rule).put("is_applied", isApplied);
        put(policy, "desc", why);
        return authorization;
    }
}
