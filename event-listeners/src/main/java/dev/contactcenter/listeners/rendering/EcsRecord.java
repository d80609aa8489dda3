package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A record in the fields of the Elastic Common Schema; what it has no field for stands below {@code contact_center}. */
final class EcsRecord {

    private static final String VERSION = "8.17.0";
    private static final List<String> MAPPED = List.of("id", "time", "actor", "realm", "rules");

    private EcsRecord() {}

    static ObjectNode of(StoredRecord record) {
        ObjectNode rendered = JsonNodeFactory.instance.objectNode();
        rendered.put("@timestamp", record.time().toString()).put("message", record.sentence());
        rendered.putObject("ecs").put("version", VERSION);
        rendered.set("event", event(record));
        ArrayNode tags = rendered.putArray("tags").add("contact-center");
        if (record.is("/privileged")) {
            tags.add(OcsfRecord.PRIVILEGED);
        }
        rendered.putObject("organization").put("name", record.text("/realm"));
        rendered.putObject("observer")
                .put("vendor", Product.VENDOR)
                .put("product", Product.NAME)
                .put("version", Product.version());
        tellWho(rendered, record);
        tellRules(rendered, record);
        ObjectNode rest = record.json().deepCopy();
        rest.remove(MAPPED);
        OcsfObjects.put(rest, "decision_id", record.decision());
        OcsfObjects.put(rest, "session", record.text("/actor/session"));
        OcsfObjects.put(rest, "client", record.text("/actor/client"));
        rest.put("disposition", Disposition.of(record).caption());
        rendered.set("contact_center", rest);
        return rendered;
    }

    private static ObjectNode event(StoredRecord record) {
        EcsCategory category = EcsCategory.of(record);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", Gravity.of(record).isAlert() ? "alert" : "event")
                .put("module", "contact_center")
                .put("dataset", "contact_center.decisions")
                .put("provider", "keycloak")
                .put("id", record.text("/id"))
                .put(
                        "action",
                        record.kind() == RecordKind.OTHER
                                ? record.text("/event")
                                : record.kind().code())
                .put("outcome", outcome(record))
                .put("severity", Gravity.of(record).id());
        ArrayNode categories = event.putArray("category");
        category.categories().forEach(categories::add);
        ArrayNode types = event.putArray("type");
        category.types().forEach(types::add);
        OcsfObjects.put(event, "reason", record.text("/reason"));
        return event;
    }

    private static String outcome(StoredRecord record) {
        return switch (Disposition.of(record)) {
            case ALLOWED, REVOKED -> "success";
            case BLOCKED -> "failure";
            case CHALLENGED -> "unknown";
            case LOGGED ->
                switch (record.text("/outcome")) {
                    case "failure", "disputed", "no_subject" -> "failure";
                    default -> "success";
                };
        };
    }

    private static void tellWho(ObjectNode rendered, StoredRecord record) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        OcsfObjects.put(user, "id", record.text("/actor/user_id"));
        OcsfObjects.put(user, "name", record.text("/actor/username"));
        ObjectNode related = JsonNodeFactory.instance.objectNode();
        if (!user.isEmpty()) {
            rendered.set("user", user);
            ArrayNode names = related.putArray("user");
            user.forEach(names::add);
        }
        String address = record.text("/actor/address");
        if (!address.isEmpty()) {
            ObjectNode source = rendered.putObject("source").put("address", address);
            if (NetworkAddress.isOne(address)) {
                source.put("ip", address);
                related.putArray("ip").add(address);
            }
        }
        if (!related.isEmpty()) {
            rendered.set("related", related);
        }
        if (!record.text("/device/id").isEmpty()) {
            rendered.putObject("device").put("id", record.text("/device/id"));
        }
    }

    private static void tellRules(ObjectNode rendered, StoredRecord record) {
        if (record.has("/rules") || !record.text("/policy").isEmpty()) {
            ObjectNode rule = rendered.putObject("rule").put("ruleset", "contact-center");
            OcsfObjects.put(rule, "version", record.text("/policy"));
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            record.texts("/rules").forEach(ids::add);
            if (!ids.isEmpty()) {
                rule.set("id", ids);
            }
        }
    }
}
