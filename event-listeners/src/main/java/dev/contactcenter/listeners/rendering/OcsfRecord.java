package dev.contactcenter.listeners.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A record as an event of OCSF 1.8.0, with the profiles {@code host} and {@code security_control}. */
final class OcsfRecord {

    /** The label of privileged access events, by which a filter finds them. */
    static final String PRIVILEGED = "privileged_access";

    private static final String VERSION = "1.8.0";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What has a place of its own in every class. */
    private static final List<String> MAPPED =
            List.of("id", "event", "decision", "time", "realm", "actor", "actions", "rules");

    private final StoredRecord record;
    private final OcsfActivity activity;
    private final ObjectNode event = NODES.objectNode();

    private OcsfRecord(StoredRecord record) {
        this.record = record;
        this.activity = OcsfActivity.of(record);
    }

    static ObjectNode of(StoredRecord stored) {
        var rendered = new OcsfRecord(stored);
        rendered.classify();
        rendered.tellMetadata();
        rendered.tellOutcome();
        rendered.tellControl();
        rendered.tellByClass();
        rendered.tellTheRest();
        return rendered.event;
    }

    private void classify() {
        OcsfActivity.Type type = activity.type();
        event.put("category_uid", type.category())
                .put("category_name", type.categoryName())
                .put("class_uid", type.uid())
                .put("class_name", type.caption())
                .put("activity_id", activity.id())
                .put("activity_name", activity.name())
                .put("type_uid", type.uid() * 100L + activity.id())
                .put("type_name", type.caption() + ": " + activity.name())
                .put("time", record.time().toEpochMilli())
                .put("timezone_offset", 0)
                .put("message", record.sentence());
    }

    private void tellMetadata() {
        ObjectNode metadata = event.putObject("metadata")
                .put("version", VERSION)
                .put("uid", record.text("/id"))
                .put(
                        "event_code",
                        record.kind() == RecordKind.OTHER
                                ? record.text("/event")
                                : record.kind().code())
                .put("log_name", "contact_center_decisions")
                .put("log_provider", "Keycloak")
                .put("tenant_uid", record.text("/realm"))
                .put("original_time", record.text("/time"));
        OcsfObjects.put(metadata, "correlation_uid", record.decision());
        metadata.putObject("product")
                .put("name", Product.NAME)
                .put("vendor_name", Product.VENDOR)
                .put("version", Product.version());
        metadata.putArray("profiles").add("host").add("security_control");
        ArrayNode labels = NODES.arrayNode();
        if (record.is("/privileged")) {
            labels.add(PRIVILEGED);
        }
        if (record.is("/degraded")) {
            labels.add("degraded");
        }
        if (!labels.isEmpty()) {
            metadata.set("labels", labels);
        }
    }

    private void tellOutcome() {
        Gravity gravity = Gravity.of(record);
        event.put("severity_id", gravity.id()).put("severity", gravity.caption());
        switch (record.text("/outcome")) {
            case "deny", "denied", "failure", "disputed", "no_subject" ->
                event.put("status_id", 2).put("status", "Failure");
            case "step_up" -> event.put("status_id", 99).put("status", "Challenged");
            default -> event.put("status_id", 1).put("status", "Success");
        }
        OcsfObjects.put(event, "status_code", record.text("/outcome"));
        OcsfObjects.put(event, "status_detail", record.text("/reason"));
        event.put("is_alert", gravity.isAlert());
    }

    private void tellControl() {
        Disposition disposition = Disposition.of(record);
        event.put("action_id", disposition.actionId())
                .put("action", disposition.actionCaption())
                .put("disposition_id", disposition.id())
                .put("disposition", disposition.caption());
        if (!record.text("/policy").isEmpty()) {
            event.putObject("policy")
                    .put("name", "contact-center")
                    .put("version", record.text("/policy"))
                    .put("is_applied", true);
        }
        set("authorizations", OcsfObjects.authorizations(record));
        set("device", OcsfObjects.device(record));
    }

    private void tellByClass() {
        switch (activity.type()) {
            case AUTHENTICATION -> {
                tellSession();
                set("auth_factors", OcsfObjects.factors(record));
                event.put("is_mfa", OcsfObjects.isMultiFactor(record))
                        .put("is_remote", true)
                        .put("auth_protocol_id", 4)
                        .put("auth_protocol", "OpenID");
                event.putObject("service").put("name", OcsfObjects.service(record));
            }
            case AUTHORIZE_SESSION -> {
                tellSession();
                ArrayNode privileges = event.putArray("privileges");
                record.privileges().forEach(privileges::add);
                if (privileges.isEmpty()) {
                    privileges.add("mode:" + record.text("/about/to"));
                }
            }
            case ENTITY_MANAGEMENT -> OcsfEntity.fill(event, record);
            case API_ACTIVITY -> tellCall();
        }
    }

    private void tellSession() {
        event.set("user", OcsfObjects.user(record));
        set("session", OcsfObjects.session(record));
        event.set("actor", OcsfObjects.actor(record));
        event.set("src_endpoint", OcsfObjects.source(record));
    }

    private void tellCall() {
        event.set("actor", OcsfObjects.actor(record));
        event.set("src_endpoint", OcsfObjects.source(record));
        set("resources", OcsfObjects.resources(record));
        String operation = record.kind() == RecordKind.TOKEN_USE ? record.text("/hook") : record.text("/actions/0");
        ObjectNode api = event.putObject("api").put("operation", operation.isEmpty() ? "unknown" : operation);
        String service = record.text("/about/told_by");
        api.putObject("service").put("name", service.isEmpty() ? OcsfObjects.service(record) : service);
        if (!record.text("/about/event").isEmpty()) {
            api.putObject("request").put("uid", record.text("/about/event"));
        }
    }

    /** What the schema has no place for, as the record has it. */
    private void tellTheRest() {
        ObjectNode rest = record.json().deepCopy();
        rest.remove(MAPPED);
        rest.put("kind", record.kind().code());
        event.putObject("unmapped").set("contact_center", rest);
    }

    private void set(String name, ContainerNode<?> container) {
        if (!container.isEmpty()) {
            event.set(name, container);
        }
    }
}
