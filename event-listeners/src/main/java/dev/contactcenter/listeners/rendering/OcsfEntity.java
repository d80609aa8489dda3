package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The managed entity of an OCSF event of Entity Management (3004), and what became of it. */
final class OcsfEntity {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int OTHER = 99;

    private OcsfEntity() {}

    static void fill(ObjectNode event, StoredRecord record) {
        switch (record.kind()) {
            case CONFIGURATION_CHANGED -> changed(event, record);
            case INTERACTION_CHANGED ->
                event.set(
                        "entity", other("Interaction", record.text("/about/interaction"), record.text("/about/state")));
            case ENROLMENT -> event.set("entity", other("Passkey", "", "passkey"));
            default -> event.set("entity", concerned(record));
        }
        event.set("actor", actor(record));
    }

    private static void changed(ObjectNode event, StoredRecord record) {
        event.set("entity", configured(record, "old"));
        if (record.has("/about/new")) {
            event.set("entity_result", configured(record, "new"));
        }
    }

    private static ObjectNode configured(StoredRecord record, String side) {
        String type = record.text("/about/type");
        String name = record.text("/about/entity");
        ObjectNode entity = type.equals("policy")
                ? NODES.objectNode().put("type_id", 5).put("type", "Policy")
                : NODES.objectNode().put("type_id", OTHER).put("type", type.isEmpty() ? "unknown" : type);
        entity.put("name", name.isEmpty() ? "unknown" : name);
        OcsfObjects.put(entity, "uid", record.text("/about/entity_id"));
        if (record.has("/about/" + side)) {
            entity.put("data", record.text("/about/" + side));
        }
        return entity;
    }

    /** Whom or what a signal or an order is about: the device, else the person, else whatever it names. */
    private static ObjectNode concerned(StoredRecord record) {
        String device = record.text("/about/device");
        if (!device.isEmpty()) {
            return NODES.objectNode().put("type_id", 1).put("type", "Device").put("uid", device);
        }
        if (!record.text("/actor/user_id").isEmpty()
                || !record.text("/actor/username").isEmpty()) {
            ObjectNode entity = NODES.objectNode().put("type_id", 2).put("type", "User");
            entity.set("user", OcsfObjects.user(record));
            return entity;
        }
        String type = record.text("/about/target");
        return other(
                type.isEmpty() ? record.kind().words() : type,
                record.text("/about/target_id"),
                record.text("/about/stream"));
    }

    private static ObjectNode other(String type, String uid, @Nullable String name) {
        ObjectNode entity = NODES.objectNode().put("type_id", OTHER).put("type", type);
        OcsfObjects.put(entity, "uid", uid);
        OcsfObjects.put(entity, "name", name == null ? "" : name);
        return entity.size() > 2 ? entity : entity.put("name", "unknown");
    }

    /** Who did it: an administrator or a person himself; of what merely happened to somebody, the system that told. */
    private static ObjectNode actor(StoredRecord record) {
        return switch (record.kind()) {
            case CONFIGURATION_CHANGED, ENROLMENT -> OcsfObjects.actor(record);
            default -> {
                String teller = record.text("/about/stream").isEmpty()
                        ? record.text("/about/origin")
                        : record.text("/about/stream");
                ObjectNode actor = NODES.objectNode().put("app_name", teller.isEmpty() ? "Keycloak" : teller);
                ObjectNode session = OcsfObjects.session(record);
                if (!session.isEmpty()) {
                    actor.set("session", session);
                }
                yield actor;
            }
        };
    }
}
